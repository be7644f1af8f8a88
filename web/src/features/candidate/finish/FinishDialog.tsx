import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { messageOf } from '@/api/problem';
import type { Attempt } from '@/api/types';
import { ATTEMPT, finishAttempt, type OpenItem } from '../attempt/attempt';
import { NotSaved } from '../saving/outbox';
import { CodingSummary, DesignSummary } from './ItemSummary';
import classes from './FinishDialog.module.css';

interface FinishDialogProps {
  attempt: Attempt;
  open: OpenItem[];
  opened: boolean;
  onClose: () => void;
  onShow: (itemId: string) => void;
}

/** The last question before the end: what is handed in, item by item. */
export function FinishDialog({ attempt, open, opened, onClose, onShow }: FinishDialogProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const finish = useMutation({
    mutationFn: async () => {
      for (const { detail, workspace } of open) {
        await workspace.outbox.flush().catch((problem: unknown) => {
          throw problem instanceof NotSaved
            ? new NotSaved(`${detail.title}: ${problem.message}`)
            : problem;
        });
      }
      return finishAttempt();
    },
    onSuccess: (finished) => {
      client.setQueryData(ATTEMPT, finished);
      void navigate('/attempt/finished', { replace: true });
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title="Hand in and finish?" size="lg">
      <Stack>
        <Text size="sm" c="dimmed">
          This is what is handed in. After that you cannot change anything, even if time is left.
        </Text>
        <ol className={classes.items}>
          {open.map((item, index) => (
            <li key={item.detail.itemId} className={classes.item}>
              <div className={classes.words}>
                <Text fw={600} size="sm">
                  {index + 1}. {item.detail.title}
                </Text>
                {item.detail.kind === 'CHALLENGE' ? (
                  <CodingSummary item={item} />
                ) : (
                  <DesignSummary item={item} />
                )}
              </div>
              <Button size="xs" variant="subtle" onClick={() => onShow(item.detail.itemId)}>
                Go back to it
              </Button>
            </li>
          ))}
        </ol>
        {open.length < attempt.items.length && (
          <Text size="sm" c="dimmed">
            The other tasks are handed in as the server has them.
          </Text>
        )}
        {finish.error && (
          <Alert
            color="red"
            role="alert"
            icon={<IconAlertTriangle size={18} aria-hidden />}
            title="Not handed in"
          >
            {finish.error instanceof NotSaved ? finish.error.message : messageOf(finish.error)}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Go on working
          </Button>
          <Button loading={finish.isPending} onClick={() => finish.mutate()}>
            Hand in and finish
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
