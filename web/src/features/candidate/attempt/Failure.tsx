import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { messageOf } from '@/api/problem';
import { NotSaved } from '../saving/outbox';

/** Why something that the person asked for did not happen. */
export function Failure({ error }: { error: unknown }) {
  if (error === null || error === undefined) {
    return null;
  }
  return (
    <Alert
      color="orange"
      role="alert"
      radius={0}
      p="xs"
      icon={<IconAlertTriangle size={17} aria-hidden />}
    >
      {error instanceof NotSaved ? error.message : messageOf(error)}
    </Alert>
  );
}
