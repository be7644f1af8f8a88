import { Button, Group, Modal, Stack, Text, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { ProblemAlert } from './ErrorState';

interface ConfirmButtonProps extends Omit<ButtonProps, 'onClick'> {
  children: ReactNode;
  title: string;
  /** What will happen. */
  question: ReactNode;
  confirm: string;
  /** The dialog closes when this is done, and shows the problem when it fails. */
  onConfirm: () => Promise<unknown>;
  pending: boolean;
  error: unknown;
  'aria-label'?: string;
}

/** A button that asks before it acts. */
export function ConfirmButton({
  children,
  title,
  question,
  confirm,
  onConfirm,
  pending,
  error,
  ...button
}: ConfirmButtonProps) {
  const [opened, { open, close }] = useDisclosure(false);

  async function act() {
    try {
      await onConfirm();
      close();
    } catch {
      // The problem is shown in the dialog by `error`.
    }
  }

  return (
    <>
      <Button {...button} onClick={open}>
        {children}
      </Button>
      <Modal opened={opened} onClose={close} title={title}>
        <Stack>
          <Text component="div" size="sm">
            {question}
          </Text>
          <ProblemAlert error={error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close} data-autofocus>
              Cancel
            </Button>
            <Button color={button.color ?? 'red'} loading={pending} onClick={() => void act()}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
