import { Center, Loader, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Navigate } from 'react-router';
import { candidateToken } from '@/api/tokens';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { useDocumentTitle } from '@/ui/PageHeader';
import { attemptQuery } from './attempt/attempt';
import { AttemptScreen } from './attempt/AttemptScreen';
import { CandidateLayout } from './entry/CandidateLayout';
import { Welcome } from './entry/Welcome';

export function WorkspacePage() {
  const token = useSyncExternalStore(candidateToken.subscribe, candidateToken.get);
  const attempt = useQuery({ ...attemptQuery, enabled: token !== null });
  useDocumentTitle(attempt.data?.assessmentTitle ?? 'Your assessment');

  // What is on the screen stays there when the token or the connection goes: it may hold unsaved text.
  if (attempt.data?.state === 'RUNNING') {
    return <AttemptScreen attempt={attempt.data} />;
  } else if (attempt.data?.state === 'FINISHED') {
    return <Navigate to="/attempt/finished" replace />;
  } else if (attempt.data) {
    return (
      <CandidateLayout>
        <Welcome attempt={attempt.data} />
      </CandidateLayout>
    );
  } else if (token === null) {
    return (
      <CandidateLayout narrow>
        <LinkNeeded />
      </CandidateLayout>
    );
  } else if (attempt.error) {
    return (
      <CandidateLayout narrow>
        <ErrorState error={attempt.error} onRetry={() => void attempt.refetch()} />
      </CandidateLayout>
    );
  }
  return (
    <Center h="100%">
      <VisuallyHidden role="status">Opening your workspace…</VisuallyHidden>
      <Loader aria-hidden />
    </Center>
  );
}

export function LinkNeeded() {
  return (
    <EmptyState title="Open your link again">
      This tab is not signed in to an assessment. Open the link from your invitation: it leads back
      to where you were. What you typed is kept.
    </EmptyState>
  );
}
