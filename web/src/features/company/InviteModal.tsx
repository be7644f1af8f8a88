import { Alert, Button, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconEyeOff } from '@tabler/icons-react';
import { fieldErrors } from '@/api/problem';
import { CopyField } from '@/ui/CopyField';
import { ProblemAlert } from '@/ui/ErrorState';
import { focusInvalid } from '@/ui/focusInvalid';
import { useInvite } from './api';

const FIELDS = ['candidateName', 'candidateEmail', 'expiresInDays', 'timeMultiplier'] as const;

const TIMES = [
  { value: '1', label: 'As planned' },
  { value: '1.25', label: '25 % more' },
  { value: '1.5', label: '50 % more' },
  { value: '2', label: 'Twice the time' },
  { value: '3', label: 'Three times the time' },
];

interface InviteModalProps {
  assessmentId: string;
  opened: boolean;
  onClose: () => void;
}

export function InviteModal({ assessmentId, opened, onClose }: InviteModalProps) {
  const invite = useInvite(assessmentId);
  const form = useForm({
    initialValues: {
      candidateName: '',
      candidateEmail: '',
      expiresInDays: 14 as number | string,
      timeMultiplier: '1',
    },
    validate: {
      candidateName: (name) => (name.trim() === '' ? 'Enter the candidate’s name' : null),
      candidateEmail: (email) =>
        /^\S+@\S+$/.test(email.trim()) ? null : 'Enter an e-mail address',
      expiresInDays: (days) =>
        typeof days === 'number' && days >= 1 && days <= 90 ? null : 'Between 1 and 90 days',
    },
  });

  function close() {
    onClose();
    form.reset();
    invite.reset();
  }

  const created = invite.data;
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={created === undefined ? 'Invite a candidate' : 'The link is ready'}
      // The link is shown only here: a stray click must not take it away.
      closeOnClickOutside={created === undefined}
      closeOnEscape={created === undefined}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {created === undefined ? (
        <form
          noValidate
          onSubmit={form.onSubmit(
            (values) =>
              invite.mutate(
                {
                  candidateName: values.candidateName.trim(),
                  candidateEmail: values.candidateEmail.trim(),
                  expiresInDays: Number(values.expiresInDays),
                  timeMultiplier: Number(values.timeMultiplier),
                },
                { onError: (error) => form.setErrors(fieldErrors(error)) },
              ),
            focusInvalid,
          )}
        >
          <Stack>
            <ProblemAlert error={invite.error} shownFields={FIELDS} />
            <TextInput
              label="Name"
              autoComplete="off"
              data-autofocus
              {...form.getInputProps('candidateName')}
            />
            <TextInput
              label="E-mail"
              type="email"
              autoComplete="off"
              {...form.getInputProps('candidateEmail')}
            />
            <Group grow align="flex-start">
              <NumberInput
                label="Link is valid for"
                suffix=" days"
                min={1}
                max={90}
                allowDecimal={false}
                {...form.getInputProps('expiresInDays')}
              />
              <Select
                label="Time"
                data={TIMES}
                allowDeselect={false}
                {...form.getInputProps('timeMultiplier')}
              />
            </Group>
            <Group justify="flex-end" gap="xs" mt="xs">
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button type="submit" loading={invite.isPending}>
                Create the link
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack>
          <Alert icon={<IconEyeOff size={18} aria-hidden />} title="This link is shown only once">
            Copy it now and send it to {created.invitation.candidateName}. Assay keeps only a
            fingerprint of it and cannot show it again.
          </Alert>
          <CopyField label={`Link for ${created.invitation.candidateName}`} value={created.link} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Done
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
