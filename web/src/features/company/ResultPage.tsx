import { Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Report } from '@/api/types';
import { ErrorState } from '@/ui/ErrorState';
import { PageLoading } from '@/ui/Loading';
import { PageHeader } from '@/ui/PageHeader';
import { Score } from '@/ui/Score';
import { TimeAgo } from '@/ui/TimeAgo';
import { count, duration } from '@/ui/words';
import { reportQuery } from './api';
import { CodingReport } from './CodingReport';
import { DesignReport } from './DesignReport';
import { minutesBetween } from './report';
import { ATTEMPT_STATES } from './ResultsPage';
import classes from './ResultPage.module.css';

export function ResultPage() {
  const { attemptId = '' } = useParams();
  const report = useQuery({
    ...reportQuery(attemptId),
    // Scores still come in while an attempt runs or a submission waits for its judgement.
    refetchInterval: ({ state }) =>
      state.data !== undefined && isOpen(state.data) ? 5_000 : false,
  });
  if (report.data === undefined) {
    return report.isError ? (
      <ErrorState error={report.error} onRetry={() => void report.refetch()} />
    ) : (
      <PageLoading />
    );
  }
  return <Shown report={report.data} />;
}

function isOpen({ state, items }: Report): boolean {
  return (
    state === 'RUNNING' ||
    items.some(({ submission }) => submission !== null && submission.judgement === null)
  );
}

function Shown({ report }: { report: Report }) {
  const { color, label } = ATTEMPT_STATES[report.state];
  return (
    <>
      <PageHeader
        title={report.candidateName}
        back={{ to: '/results', label: 'Results' }}
        description={
          <Group gap="xs">
            <span>{report.candidateEmail}</span>
            <span aria-hidden>·</span>
            <span>{report.assessmentTitle}</span>
            <Badge color={color}>{label}</Badge>
          </Group>
        }
      />
      <dl className={`panel ${classes.facts ?? ''}`}>
        <Fact name="Coding">
          <Score value={report.codingScore} size="xl" />
        </Fact>
        <Fact name="System design">
          <Score value={report.designScore} size="xl" />
          <Text size="xs" c="dimmed">
            {report.reviewsSent === 0
              ? 'No review sent yet'
              : `From ${count(report.reviewsSent, 'review')}`}
          </Text>
        </Fact>
        <Fact name="Started">
          {report.startedAt === null ? 'Not yet' : <TimeAgo at={report.startedAt} />}
        </Fact>
        <Fact name="Handed in">
          {report.finishedAt === null ? 'Not yet' : <TimeAgo at={report.finishedAt} />}
          {report.finishedAt !== null && report.startedAt !== null && (
            <Text size="xs" c="dimmed">
              {report.finishedHow === 'TIME_UP' ? 'Time was up' : 'By the candidate'} after{' '}
              {duration(minutesBetween(report.startedAt, report.finishedAt))}
            </Text>
          )}
        </Fact>
      </dl>
      <div className={classes.items}>
        {report.items.map((item) =>
          item.kind === 'CHALLENGE' ? (
            <CodingReport key={item.itemId} item={item} />
          ) : (
            <DesignReport key={item.itemId} item={item} />
          ),
        )}
      </div>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
