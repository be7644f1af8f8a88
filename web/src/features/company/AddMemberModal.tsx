import { Alert, Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconEyeOff } from '@tabler/icons-react';
import { fieldErrors } from '@/api/problem';
import type { Role } from '@/api/types';
import { CopyField } from '@/ui/CopyField';
import { ProblemAlert } from '@/ui/ErrorState';
import { focusInvalid } from '@/ui/focusInvalid';
import { ROLE_NAMES } from '@/ui/words';
import { useAddMember } from './api';

const FIELDS = ['name', 'email', 'roles'] as const;

const ROLES: { role: Role; may: string }[] = [
  { role: 'RECRUITER', may: 'Makes assessments, invites candidates, reads results.' },
  { role: 'INTERVIEWER', may: 'Reviews system designs, without the candidate’s name.' },
  { role: 'OWNER', may: 'All that a recruiter does, and adds members.' },
];

export function AddMemberModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const add = useAddMember();
  const form = useForm({
    initialValues: { name: '', email: '', roles: [] as Role[] },
    validate: {
      name: (name) => (name.trim() === '' ? 'Enter the name' : null),
      email: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : 'Enter an e-mail address'),
      roles: (roles) => (roles.length === 0 ? 'Choose at least one role' : null),
    },
  });

  function close() {
    onClose();
    form.reset();
    add.reset();
  }

  const added = add.data;
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={added === undefined ? 'Add a member' : `${added.member.name} is added`}
      closeOnClickOutside={added === undefined}
      closeOnEscape={added === undefined}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {added === undefined ? (
        <form
          noValidate
          onSubmit={form.onSubmit(
            ({ name, email, roles }) =>
              add.mutate(
                { name: name.trim(), email: email.trim(), roles },
                { onError: (error) => form.setErrors(fieldErrors(error)) },
              ),
            focusInvalid,
          )}
        >
          <Stack>
            <ProblemAlert error={add.error} shownFields={FIELDS} />
            <TextInput
              label="Name"
              autoComplete="off"
              data-autofocus
              {...form.getInputProps('name')}
            />
            <TextInput
              label="E-mail"
              type="email"
              autoComplete="off"
              {...form.getInputProps('email')}
            />
            <Checkbox.Group label="Roles" {...form.getInputProps('roles')}>
              <Stack gap="xs" mt={6}>
                {ROLES.map(({ role, may }) => (
                  <Checkbox key={role} value={role} label={ROLE_NAMES[role]} description={may} />
                ))}
              </Stack>
            </Checkbox.Group>
            <Group justify="flex-end" gap="xs" mt="xs">
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button type="submit" loading={add.isPending}>
                Add the member
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack>
          <Alert
            icon={<IconEyeOff size={18} aria-hidden />}
            title="This password is shown only once"
          >
            Give it to {added.member.name}, who chooses another at the first sign-in with{' '}
            {added.member.email}.
          </Alert>
          <CopyField label={`First password of ${added.member.name}`} value={added.password} />
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
