import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate } from 'react-router';
import { staffApi, take } from '@/api/client';
import { fieldErrors } from '@/api/problem';
import { sessionQuery, useStaffToken } from '@/api/session';
import { staffToken } from '@/api/tokens';
import { ProblemAlert } from '@/ui/ErrorState';
import { focusInvalid } from '@/ui/focusInvalid';
import { useDocumentTitle } from '@/ui/PageHeader';
import { EntryLayout } from './EntryLayout';

const LEAST = 12;
const FIELDS = ['currentPassword', 'newPassword'] as const;

export function ChangePasswordPage() {
  useDocumentTitle('Change your password');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const token = useStaffToken();
  const session = useQuery({ ...sessionQuery, enabled: token !== null });
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { currentPassword: '', newPassword: '', again: '' },
    validate: {
      currentPassword: (value) =>
        value === '' ? 'Enter the password that you signed in with' : null,
      newPassword: (value, values) => {
        if (value.length < LEAST) {
          return `Use at least ${LEAST} characters; this has ${value.length}`;
        }
        return value === values.currentPassword ? 'Choose one that differs from the current' : null;
      },
      again: (value, values) =>
        value === values.newPassword ? null : 'The two new passwords differ',
    },
  });
  const change = useMutation({
    mutationFn: (body: { currentPassword: string; newPassword: string }) =>
      take(staffApi.PUT('/api/v1/session/password', { body })),
    onSuccess: async ({ token, member }) => {
      staffToken.set(token);
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, member);
      await navigate('/', { replace: true });
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });

  if (token === null) {
    return <Navigate to="/sign-in" replace />;
  }
  return (
    <EntryLayout>
      <Title order={1} mb={4}>
        Choose your password
      </Title>
      <Text c="dimmed" size="sm" mb="lg">
        {session.data?.mustChangePassword === false
          ? 'You stay signed in here with the new one.'
          : 'The one that you signed in with was made for you. Replace it before you go on.'}
      </Text>
      <form
        onSubmit={form.onSubmit(
          ({ currentPassword, newPassword }) => change.mutate({ currentPassword, newPassword }),
          focusInvalid,
        )}
        noValidate
      >
        <Stack>
          <ProblemAlert error={change.error} shownFields={FIELDS} />
          <input
            type="text"
            name="email"
            autoComplete="username"
            value={session.data?.email ?? ''}
            readOnly
            hidden
          />
          <PasswordInput
            label="Current password"
            name="currentPassword"
            autoComplete="current-password"
            key={form.key('currentPassword')}
            {...form.getInputProps('currentPassword')}
          />
          <PasswordInput
            label="New password"
            description={`At least ${LEAST} characters. A few words in a row are easy to keep.`}
            name="newPassword"
            autoComplete="new-password"
            key={form.key('newPassword')}
            {...form.getInputProps('newPassword')}
          />
          <PasswordInput
            label="New password again"
            name="again"
            autoComplete="new-password"
            key={form.key('again')}
            {...form.getInputProps('again')}
          />
          <Button type="submit" size="md" fullWidth mt={4} loading={change.isPending}>
            Change the password
          </Button>
        </Stack>
      </form>
    </EntryLayout>
  );
}
