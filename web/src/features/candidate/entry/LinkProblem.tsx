import { Button, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconClockX, IconLinkOff, IconWifiOff } from '@tabler/icons-react';
import { useState } from 'react';
import { problemOf, slugOf } from '@/api/problem';
import { UnsavedTexts } from '../saving/UnsavedTexts';
import { leftovers } from '../saving/kept';

/** A link that opens nothing: why, and what the candidate can do about it. */
export function LinkProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const problem = problemOf(error);
  const { Icon, title, text, retry } = explain(slugOf(problem), problem.detail ?? problem.title);
  // An attempt that ended while this browser was offline may have left text behind.
  const [kept] = useState(() =>
    slugOf(problem) === 'invitation-used' ? leftovers(localStorage) : [],
  );
  return (
    <Paper p={36} radius="lg" role="alert">
      <ThemeIcon size={48} radius={14} variant="light" mb="md" aria-hidden>
        <Icon size={26} stroke={1.6} />
      </ThemeIcon>
      <Title order={1}>{title}</Title>
      <Text mt="xs" c="dimmed">
        {text}
      </Text>
      {retry && (
        <Button mt="lg" onClick={onRetry}>
          Try again
        </Button>
      )}
      <UnsavedTexts texts={kept} />
    </Paper>
  );
}

function explain(slug: string, detail: string) {
  switch (slug) {
    case 'invitation-unknown':
      return {
        Icon: IconLinkOff,
        title: 'This link leads nowhere',
        text: 'It may have been cut off or mistyped. Copy the whole link from your invitation, or ask the company for a new one.',
        retry: false,
      };
    case 'invitation-expired':
      return {
        Icon: IconClockX,
        title: 'This invitation has expired',
        text: 'It was not started in time. Ask the company that invited you for a new link.',
        retry: false,
      };
    case 'invitation-revoked':
      return {
        Icon: IconLinkOff,
        title: 'This invitation was withdrawn',
        text: 'The company has taken it back, perhaps to send another one. Look for a newer link, or ask them.',
        retry: false,
      };
    case 'invitation-used':
      return {
        Icon: IconCheck,
        title: 'You have finished this assessment',
        text: 'Your work is handed in and the company can see it. There is nothing left to do here.',
        retry: false,
      };
    case 'unreachable':
      return {
        Icon: IconWifiOff,
        title: 'Assay cannot be reached',
        text: 'Check your connection, then try again. Nothing has started, and no time is running because of this page.',
        retry: true,
      };
    default:
      return {
        Icon: IconLinkOff,
        title: 'Your invitation could not be opened',
        text: detail,
        retry: true,
      };
  }
}
