import { Anchor, Group, Tabs, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Judgement, ReportItem } from '@/api/types';
import { FilesView } from '@/ui/code/CodeView';
import { environmentName } from '@/ui/environmentName';
import { EmptyState } from '@/ui/EmptyState';
import { Log } from '@/ui/Log';
import { CategoryScores, Score } from '@/ui/Score';
import { TestList } from '@/ui/TestList';
import { TimeAgo } from '@/ui/TimeAgo';
import { VerdictBadge } from '@/ui/VerdictBadge';
import { count, VERDICT_NAMES } from '@/ui/words';
import { KindBadge } from './KindBadge';
import { passedOf } from './report';
import classes from './ResultPage.module.css';

type Submitted = NonNullable<ReportItem['submission']>;

export function CodingReport({ item }: { item: ReportItem }) {
  const { title, score, submission, submissionsCount } = item;
  return (
    <section className={`panel ${classes.item ?? ''}`} aria-label={title}>
      <header className={classes.head}>
        <div>
          <Group gap="xs">
            <Title order={2}>{title}</Title>
            <KindBadge kind="CHALLENGE" />
          </Group>
          {submission !== null && (
            <Text size="sm" c="dimmed" mt={4}>
              {environmentName(submission.environment)} · last of{' '}
              {count(submissionsCount, 'submission')}, <TimeAgo at={submission.createdAt} /> ·
              content{' '}
              <span className="mono" title={submission.contentHash}>
                {submission.contentHash.slice(0, 10)}
              </span>
            </Text>
          )}
        </div>
        <Score value={score} size="xl" />
      </header>
      {submission === null ? (
        <EmptyState title="Nothing was submitted" />
      ) : (
        <>
          {submission.judgement === null ? (
            <Text size="sm" c="dimmed" role="status">
              The submission is being judged. Its verdict appears here by itself.
            </Text>
          ) : (
            <Verdict judgement={submission.judgement} />
          )}
          {submission.regrade !== null && <Regraded submission={submission} />}
          <Details judgement={submission.judgement} files={submission.files} />
        </>
      )}
    </section>
  );
}

/** Says that another judgement counts than the first one, and which it was. */
function Regraded({ submission }: { submission: Submitted }) {
  const { regrade, packageVersion } = submission;
  return regrade === null ? null : (
    <Text size="sm" c="dimmed" component="div" mt="xs" data-testid="regraded">
      Regraded <TimeAgo at={regrade.appliedAt} /> against version{' '}
      <span className="mono">{packageVersion.slice(0, 12)}</span>. Before:{' '}
      {VERDICT_NAMES[regrade.before.verdict]}
      {regrade.before.score !== null && `, ${regrade.before.score}`}.{' '}
      <Anchor component={Link} to={`/regrades/${regrade.regradeId}`} size="sm" underline="always">
        See the regrade
      </Anchor>
    </Text>
  );
}

function Verdict({ judgement }: { judgement: Judgement }) {
  return (
    <>
      <Group gap="sm" mb={8}>
        <VerdictBadge verdict={judgement.verdict} size="lg" />
        {judgement.tests.length > 0 && (
          <Text size="sm" c="dimmed">
            {passedOf(judgement.tests)}
          </Text>
        )}
      </Group>
      <p className={classes.explanation}>{judgement.explanation}</p>
      <CategoryScores categories={judgement.categories} />
    </>
  );
}

function Details({
  judgement,
  files,
}: {
  judgement: Judgement | null;
  files: readonly { path: string; text: string }[];
}) {
  return (
    <Tabs
      defaultValue={judgement !== null && judgement.tests.length > 0 ? 'tests' : 'code'}
      keepMounted={false}
      className={classes.tabs}
    >
      <Tabs.List>
        {judgement !== null && <Tabs.Tab value="tests">Tests</Tabs.Tab>}
        <Tabs.Tab value="code">Code</Tabs.Tab>
        {judgement !== null && <Tabs.Tab value="build">Build log</Tabs.Tab>}
        {judgement !== null && <Tabs.Tab value="service">Service log</Tabs.Tab>}
      </Tabs.List>
      {judgement !== null && (
        <>
          <Tabs.Panel value="tests" className={classes.panel}>
            {judgement.tests.length === 0 ? (
              <Text size="sm" c="dimmed">
                No test was reached.
              </Text>
            ) : (
              <TestList tests={judgement.tests} />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="build" className={classes.panel}>
            <Log label="Build log" text={judgement.buildLog} empty="The build printed nothing." />
          </Tabs.Panel>
          <Tabs.Panel value="service" className={classes.panel}>
            <Log
              label="Service log"
              text={judgement.serviceLog}
              empty="The service printed nothing."
            />
          </Tabs.Panel>
        </>
      )}
      <Tabs.Panel value="code" className={classes.panel}>
        <FilesView files={files} />
      </Tabs.Panel>
    </Tabs>
  );
}
