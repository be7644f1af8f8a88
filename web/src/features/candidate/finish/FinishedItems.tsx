import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Attempt, AttemptItem } from '@/api/types';
import { Score } from '@/ui/Score';
import { VerdictBadge } from '@/ui/VerdictBadge';
import { submissionsQuery } from '../attempt/attempt';
import classes from './FinishDialog.module.css';

const ASK_MILLIS = 3_000;

export function FinishedItems({ attempt }: { attempt: Attempt }) {
  return (
    <ol className={classes.items} style={{ marginTop: 24 }}>
      {attempt.items.map((item, index) => (
        <li key={item.itemId} className={classes.item}>
          <Text size="sm" fw={560}>
            {index + 1}. {item.title}
          </Text>
          {item.kind === 'CHALLENGE' ? (
            <Coding item={item} />
          ) : (
            <Text size="sm" c="dimmed">
              Waits for the interviewers
            </Text>
          )}
        </li>
      ))}
    </ol>
  );
}

function Coding({ item }: { item: AttemptItem }) {
  const { data } = useQuery({
    ...submissionsQuery(item.itemId),
    refetchOnMount: 'always',
    refetchInterval: ({ state }) =>
      state.data?.some(({ state: judged }) => judged !== 'JUDGED') === true ? ASK_MILLIS : false,
  });
  const last = data?.find(({ scope }) => scope === 'ALL');
  if (data === undefined) {
    return null;
  } else if (last === undefined) {
    return (
      <Text size="sm" c="dimmed">
        Nothing submitted
      </Text>
    );
  } else if (last.judgement === null) {
    return (
      <Text size="sm" c="dimmed">
        Being judged…
      </Text>
    );
  }
  return (
    <span style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
      <Score value={last.judgement.score} />
      <VerdictBadge verdict={last.judgement.verdict} />
    </span>
  );
}
