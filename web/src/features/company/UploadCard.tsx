import { Alert, Badge, Button, Group, Progress, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Upload } from '@/api/types';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ProblemAlert } from '@/ui/ErrorState';
import { TimeAgo } from '@/ui/TimeAgo';
import classes from './ChallengesPage.module.css';
import { FindingsTable } from './FindingsTable';
import { useCheck, useDeleteUpload, usePublish } from './uploads';

const STATES: Record<Upload['state'], { label: string; color: string }> = {
  RECEIVED: { label: 'Waiting', color: 'gray' },
  CHECKING: { label: 'Being checked', color: 'petrol' },
  READY: { label: 'Ready to publish', color: 'green' },
  FAILED: { label: 'Not as promised', color: 'red' },
  PUBLISHED: { label: 'Published', color: 'green' },
};

/** An upload on its way: its check as it goes on, what it found, and what can be done then. */
export function UploadCard({ upload }: { upload: Upload }) {
  const publish = usePublish();
  const { id, challengeId, title, state, findings, message } = upload;
  const goesOn = state === 'RECEIVED' || state === 'CHECKING';
  return (
    <li className={`panel ${classes.upload ?? ''}`} data-upload={id} data-state={state}>
      <Group justify="space-between" align="flex-start" gap="md">
        <div>
          <Group gap="xs">
            <Title order={3}>{title}</Title>
            <Badge color={STATES[state].color}>{STATES[state].label}</Badge>
          </Group>
          <Text size="xs" c="dimmed" component="div">
            <span className="mono">{challengeId}</span> · {upload.fileName} · {upload.uploadedBy},{' '}
            <TimeAgo at={upload.createdAt} />
          </Text>
        </div>
        <Group gap="xs">
          {state === 'READY' && (
            <Button
              loading={publish.isPending}
              onClick={() => publish.mutate(id)}
              aria-label={`Publish ${title}`}
            >
              Publish
            </Button>
          )}
          <Delete upload={upload} />
        </Group>
      </Group>
      <ProblemAlert error={publish.error} />
      {goesOn && <Going upload={upload} />}
      {state === 'FAILED' && message !== null && (
        <Alert color="gray" title="It could not be checked">
          {message}
        </Alert>
      )}
      {findings !== null && <FindingsTable findings={findings} />}
    </li>
  );
}

function Going({ upload }: { upload: Upload }) {
  const { words, done, all } = useCheck(upload);
  const share = all === 0 ? 0 : (done / all) * 100;
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={6}>
        <Text size="sm" role="status">
          {upload.message ?? words}
        </Text>
        {all > 0 && (
          <Text size="sm" c="dimmed" className="tabular">
            {done} of {all}
          </Text>
        )}
      </Group>
      <Progress
        value={share === 0 ? 100 : share}
        animated={share === 0 && upload.message === null}
        color={upload.message === null ? undefined : 'gray'}
        aria-label={`Check of ${upload.title}`}
      />
    </div>
  );
}

function Delete({ upload: { id, title, state } }: { upload: Upload }) {
  const remove = useDeleteUpload();
  return (
    <ConfirmButton
      variant="subtle"
      color="red"
      leftSection={<IconTrash size={15} aria-hidden />}
      aria-label={`Delete the upload of ${title}`}
      title="Delete this upload?"
      question={
        state === 'CHECKING'
          ? 'Its check is stopped. You can upload the package again later.'
          : 'You can upload the package again later.'
      }
      confirm="Delete"
      onConfirm={() => remove.mutateAsync(id)}
      pending={remove.isPending}
      error={remove.error}
    >
      Delete
    </ConfirmButton>
  );
}
