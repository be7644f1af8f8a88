import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { staffApi, take } from '@/api/client';
import { sessionQuery, useStaffToken } from '@/api/session';
import { staffToken } from '@/api/tokens';
import { ProblemAlert } from '@/ui/ErrorState';
import { focusInvalid } from '@/ui/focusInvalid';
import { useDocumentTitle } from '@/ui/PageHeader';
import { EntryLayout } from './EntryLayout';

export function SignInPage() {
  useDocumentTitle('Sign in');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const from = useFrom();
  const token = useStaffToken();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (email.includes('@') ? null : 'Enter your e-mail address'),
      password: (password) => (password === '' ? 'Enter your password' : null),
    },
  });
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) =>
      take(staffApi.POST('/api/v1/session', { body })),
    onSuccess: async ({ token, member }) => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, member);
      staffToken.set(token);
      await navigate(member.mustChangePassword ? '/change-password' : (from ?? '/'), {
        replace: true,
      });
    },
  });

  if (token !== null && signIn.isIdle) {
    return <Navigate to="/" replace />;
  }
  return (
    <EntryLayout>
      <Title order={1} mb={4}>
        Sign in
      </Title>
      <Text c="dimmed" size="sm" mb="lg">
        For people of the company. Candidates use the link in their invitation.
      </Text>
      <form onSubmit={form.onSubmit((values) => signIn.mutate(values), focusInvalid)} noValidate>
        <Stack>
          <ProblemAlert error={signIn.error} />
          <TextInput
            label="E-mail"
            type="email"
            name="email"
            autoComplete="username"
            size="md"
            required
            withAsterisk={false}
            data-autofocus
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label="Password"
            name="password"
            autoComplete="current-password"
            size="md"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" fullWidth mt={4} loading={signIn.isPending}>
            Sign in
          </Button>
        </Stack>
      </form>
    </EntryLayout>
  );
}

/** The page that asked for sign-in. */
function useFrom(): string | undefined {
  const state: unknown = useLocation().state;
  return typeof state === 'object' &&
    state !== null &&
    'from' in state &&
    typeof state.from === 'string'
    ? state.from
    : undefined;
}
