import { Button, Group, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMailPlus, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Assessment } from '@/api/types';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { ListFrame } from '@/ui/ListFrame';
import { PageLoading } from '@/ui/Loading';
import { PageHeader } from '@/ui/PageHeader';
import { count, duration, LEVEL_NAMES } from '@/ui/words';
import { assessmentQuery, useInvitations } from './api';
import classes from './AssessmentPage.module.css';
import { CatalogFacts } from './CatalogFacts';
import { keyOf } from './draft';
import { InvitationsTable } from './InvitationsTable';
import { InviteModal } from './InviteModal';
import { KindBadge } from './KindBadge';

export function AssessmentPage() {
  const { id = '' } = useParams();
  const assessment = useQuery(assessmentQuery(id));
  if (assessment.isError) {
    return <ErrorState error={assessment.error} onRetry={() => void assessment.refetch()} />;
  }
  return assessment.isPending ? <PageLoading /> : <Shown assessment={assessment.data} />;
}

function Shown({ assessment }: { assessment: Assessment }) {
  const { id, title, role, level, minutes, items } = assessment;
  const [inviting, { open, close }] = useDisclosure(false);
  const invitations = useInvitations(id);
  const invite = (
    <Button onClick={open} leftSection={<IconUserPlus size={16} aria-hidden />}>
      Invite a candidate
    </Button>
  );

  return (
    <>
      <PageHeader
        title={title}
        back={{ to: '/assessments', label: 'Assessments' }}
        description={`${role} · ${LEVEL_NAMES[level]} · ${duration(minutes)} for ${count(items.length, 'task')}`}
        actions={invite}
      />
      <section aria-labelledby="invitations">
        <Title order={2} id="invitations" mb="sm">
          Invitations
        </Title>
        <ListFrame
          list={invitations}
          rows={3}
          empty={
            <EmptyState
              icon={<IconMailPlus size={22} stroke={1.7} />}
              title="Nobody is invited yet"
              action={invite}
            >
              You get a link for one candidate. Send it however you write to candidates; the clock
              starts only when they press start.
            </EmptyState>
          }
        >
          {(shown) => <InvitationsTable assessmentId={id} invitations={shown} />}
        </ListFrame>
      </section>

      <section aria-labelledby="tasks" className={classes.tasks}>
        <Title order={2} id="tasks" mb="sm">
          Tasks
        </Title>
        <ol className={classes.list}>
          {items.map((entry) => (
            <li key={keyOf(entry)} className={`panel ${classes.task ?? ''}`}>
              <Group gap="xs" mb={2}>
                <Text fw={560}>{entry.title}</Text>
                <KindBadge kind={entry.kind} />
              </Group>
              <CatalogFacts entry={entry} />
            </li>
          ))}
        </ol>
      </section>
      <InviteModal assessmentId={id} opened={inviting} onClose={close} />
    </>
  );
}
