import { Paper, Skeleton, Text, ThemeIcon, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconCheck, IconClockHour4 } from '@tabler/icons-react';
import { useState } from 'react';
import { Navigate } from 'react-router';
import { candidateToken } from '@/api/tokens';
import type { Attempt } from '@/api/types';
import { ErrorState } from '@/ui/ErrorState';
import { useDocumentTitle } from '@/ui/PageHeader';
import { fullTime } from '@/ui/time';
import { attemptQuery, unsavedTexts } from './attempt/attempt';
import { CandidateLayout } from './entry/CandidateLayout';
import { FinishedItems } from './finish/FinishedItems';
import { UnsavedTexts } from './saving/UnsavedTexts';
import { LinkNeeded } from './WorkspacePage';

export function FinishedPage() {
  const attempt = useQuery({ ...attemptQuery, enabled: candidateToken.get() !== null });
  useDocumentTitle('Handed in');
  if (attempt.data?.state === 'RUNNING' || attempt.data?.state === 'READY') {
    return <Navigate to="/attempt" replace />;
  }
  return (
    <CandidateLayout narrow>
      {attempt.data ? (
        <Finished attempt={attempt.data} />
      ) : attempt.error ? (
        <ErrorState error={attempt.error} onRetry={() => void attempt.refetch()} />
      ) : candidateToken.get() === null ? (
        <LinkNeeded />
      ) : (
        <Skeleton height={360} radius="lg" />
      )}
    </CandidateLayout>
  );
}

function Finished({ attempt }: { attempt: Attempt }) {
  const client = useQueryClient();
  const [unsaved] = useState(() => unsavedTexts(client, attempt.id));
  const timeUp = attempt.finishedHow === 'TIME_UP';
  return (
    <Paper p={36} radius="lg">
      <ThemeIcon size={48} radius={14} variant="light" mb="md" aria-hidden>
        {timeUp ? <IconClockHour4 size={26} stroke={1.7} /> : <IconCheck size={26} stroke={1.9} />}
      </ThemeIcon>
      <Title order={1}>
        {timeUp ? 'Time is up, and your work is handed in' : 'Your work is handed in'}
      </Title>
      <Text mt="xs" c="dimmed">
        {timeUp
          ? 'The time ran out, so everything that was saved until then was handed in for you.'
          : `Thank you, ${attempt.candidateName}. There is nothing left to do; you can close this page.`}
      </Text>
      {attempt.finishedAt !== null && (
        <Text mt={4} size="sm" c="dimmed">
          {attempt.assessmentTitle} · finished {fullTime(attempt.finishedAt)}
        </Text>
      )}
      <UnsavedTexts texts={unsaved} />
      <FinishedItems attempt={attempt} />
      <Text mt="lg" size="sm" c="dimmed">
        {attempt.organizationName} sees your result and will be in touch. Hand-ins that are still
        being judged finish without you.
      </Text>
    </Paper>
  );
}
