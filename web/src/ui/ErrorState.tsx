import { Alert, Button, List, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { problemOf } from '@/api/problem';
import classes from './states.module.css';

/** In place of a page or panel that could not be loaded: what is wrong, and a way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const problem = problemOf(error);
  return (
    <Stack align="center" gap="xs" className={classes.state} role="alert">
      <span className={classes.icon} data-tone="bad" aria-hidden>
        <IconAlertTriangle size={22} stroke={1.7} />
      </span>
      <Title order={2} size="h3" ta="center">
        {problem.title}
      </Title>
      {problem.detail !== undefined && (
        <Text c="dimmed" size="sm" ta="center" maw={460}>
          {problem.detail}
        </Text>
      )}
      {onRetry !== undefined && (
        <Button variant="default" mt="xs" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Stack>
  );
}

interface ProblemAlertProps {
  /** Nothing is shown for null and undefined. */
  error: unknown;
  /** Fields whose messages already stand at their inputs. */
  shownFields?: readonly string[];
}

/** Above a form whose sending failed. */
export function ProblemAlert({ error, shownFields = [] }: ProblemAlertProps) {
  if (error === null || error === undefined) {
    return null;
  }
  const problem = problemOf(error);
  const rest = (problem.errors ?? []).filter(({ field }) => !shownFields.includes(field));
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={problem.title}
    >
      {problem.detail}
      {rest.length > 0 && (
        <List size="sm" mt={problem.detail === undefined ? 0 : 6}>
          {rest.map(({ field, message }) => (
            <List.Item key={field}>
              <strong>{field}</strong>: {message}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
