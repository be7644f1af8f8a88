import { Title } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import type { Upload } from '@/api/types';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { RowsLoading } from '@/ui/Loading';
import { PageHeader } from '@/ui/PageHeader';
import classes from './ChallengesPage.module.css';
import { OwnChallengesTable } from './OwnChallengesTable';
import { RegradesTable } from './RegradesTable';
import { useRegrades } from './regrades';
import { UploadCard } from './UploadCard';
import { UploadDrop } from './UploadDrop';
import { useOwnChallenges, useUploads } from './uploads';

export function ChallengesPage() {
  return (
    <>
      <PageHeader
        title="Challenges"
        description="Coding tasks of your own, beside those of the library. Only your organization sees them."
      />
      <UploadDrop />
      <Uploads />
      <section aria-labelledby="own" className={classes.section}>
        <Title order={2} id="own" mb="sm">
          Published
        </Title>
        <Own />
      </section>
      <Regrades />
    </>
  );
}

/** What has been uploaded and is not published; nothing at all when there is none. */
function Uploads() {
  const { items, error, retry } = useUploads();
  if (items === null) {
    return error === null ? null : (
      <div className={`panel ${classes.section ?? ''}`}>
        <ErrorState error={error} onRetry={retry} />
      </div>
    );
  }
  const underWay = items.filter(({ state }: Upload) => state !== 'PUBLISHED');
  return underWay.length === 0 ? null : (
    <section aria-labelledby="uploads" className={classes.section}>
      <Title order={2} id="uploads" mb="sm">
        Not published yet
      </Title>
      <ul className={classes.uploads}>
        {underWay.map((upload) => (
          <UploadCard key={upload.id} upload={upload} />
        ))}
      </ul>
    </section>
  );
}

/** What was regraded; nothing at all when nothing was. */
function Regrades() {
  const { items } = useRegrades();
  return items === null || items.length === 0 ? null : (
    <section aria-labelledby="regrades" className={classes.section}>
      <Title order={2} id="regrades" mb="sm">
        Regrades
      </Title>
      <div className="panel clipped">
        <RegradesTable regrades={items} />
      </div>
    </section>
  );
}

function Own() {
  const own = useOwnChallenges();
  if (own.isPending) {
    return <RowsLoading rows={3} />;
  }
  if (own.isError) {
    return (
      <div className="panel">
        <ErrorState error={own.error} onRetry={() => void own.refetch()} />
      </div>
    );
  }
  if (own.data.items.length === 0) {
    return (
      <div className="panel">
        <EmptyState
          icon={<IconPackage size={22} stroke={1.7} />}
          title="No challenges of your own yet"
        >
          Write one with <code>./assay new</code>, try it with <code>./assay check</code>, pack its
          folder as a zip file, and upload it here.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="panel clipped">
      <OwnChallengesTable challenges={own.data.items} />
    </div>
  );
}
