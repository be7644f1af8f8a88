import { useQuery } from '@tanstack/react-query';
import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { Navigate, useParams } from 'react-router';
import { useDocumentTitle } from '@/ui/PageHeader';
import { attemptQuery, enter } from './attempt/attempt';
import { CandidateLayout } from './entry/CandidateLayout';
import { LinkProblem } from './entry/LinkProblem';
import { Welcome } from './entry/Welcome';

/** Where a candidate's link leads. Opening it starts nothing; a running attempt is continued at once. */
export function EntryPage() {
  const { secret = '' } = useParams();
  useDocumentTitle('Your assessment');
  const entry = useQuery(enter(secret));
  const attempt = useQuery({ ...attemptQuery, enabled: entry.isSuccess });
  const mine = attempt.data?.id === entry.data ? attempt.data : undefined;
  const error = entry.error ?? attempt.error;

  if (mine?.state === 'RUNNING') {
    return <Navigate to="/attempt" replace />;
  } else if (mine?.state === 'FINISHED') {
    return <Navigate to="/attempt/finished" replace />;
  } else if (mine) {
    return (
      <CandidateLayout>
        <Welcome attempt={mine} />
      </CandidateLayout>
    );
  } else if (error) {
    return (
      <CandidateLayout narrow>
        <LinkProblem
          error={error}
          onRetry={() => void (entry.error ? entry.refetch() : attempt.refetch())}
        />
      </CandidateLayout>
    );
  }
  return (
    <CandidateLayout>
      <VisuallyHidden role="status">Opening your invitation…</VisuallyHidden>
      <Stack gap="md" aria-hidden>
        <Skeleton height={14} width={220} />
        <Skeleton height={36} width={460} />
        <Skeleton height={320} mt="md" radius="lg" />
      </Stack>
    </CandidateLayout>
  );
}
