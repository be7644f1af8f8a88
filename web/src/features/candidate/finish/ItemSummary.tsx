import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Submission } from '@/api/types';
import { VerdictBadge } from '@/ui/VerdictBadge';
import { fullTime } from '@/ui/time';
import { count } from '@/ui/words';
import { submissionsQuery, type OpenItem } from '../attempt/attempt';
import { fileOf } from '../design/DesignItem';
import { countWords } from '../design/words';
import { canHash, contentHash } from '../saving/digest';

/** Whether the workspace is what was last submitted; unknown where the browser cannot compute hashes. */
export type Standing = 'none' | 'same' | 'changed' | 'unknown';

export function standing(
  last: Submission | undefined,
  environment: string | null,
  hash: string | null,
): Standing {
  if (last === undefined) {
    return 'none';
  } else if (last.environment !== environment) {
    return 'changed';
  } else if (hash === null) {
    return 'unknown';
  }
  return last.contentHash === hash ? 'same' : 'changed';
}

export function CodingSummary({ item: { detail, workspace } }: { item: OpenItem }) {
  const submissions = useQuery(submissionsQuery(detail.itemId));
  const hash = useQuery({
    queryKey: ['candidate', 'content', detail.itemId],
    queryFn: () => (canHash() ? contentHash(workspace.files()) : null),
    staleTime: 0,
    gcTime: 0,
  });
  if (!submissions.data || hash.isPending) {
    return (
      <Text size="sm" c="dimmed">
        {submissions.error
          ? 'Its submissions could not be loaded.'
          : 'Comparing with your last submission…'}
      </Text>
    );
  }
  const last = submissions.data.find(({ scope }) => scope === 'ALL');
  return (
    <>
      {last && (
        <Group gap={8} my={4}>
          {last.judgement && <VerdictBadge verdict={last.judgement.verdict} />}
          <Text size="sm">Last submitted {fullTime(last.createdAt)}</Text>
        </Group>
      )}
      <Text size="sm" c="dimmed" data-testid="standing">
        {explain(standing(last, workspace.environment, hash.data ?? null))}
      </Text>
    </>
  );
}

function explain(state: Standing): string {
  switch (state) {
    case 'none':
      return 'Not submitted yet. If you changed anything, your workspace is submitted as it is now.';
    case 'same':
      return 'Unchanged since then: this submission counts.';
    case 'changed':
      return 'Changed since your last submission. Your workspace is submitted as it is now, and that counts.';
    case 'unknown':
      return 'If your workspace differs from it, it is submitted as it is now, and that counts.';
  }
}

export function DesignSummary({ item: { detail, workspace } }: { item: OpenItem }) {
  const files = workspace.files();
  const sections = detail.sections ?? [];
  const words = sections.map(({ id }) => countWords(files.get(fileOf(id)) ?? ''));
  const empty = sections.filter((_, index) => words[index] === 0);
  return (
    <>
      <Text size="sm" my={4}>
        {count(
          words.reduce((sum, number) => sum + number, 0),
          'word',
        )}{' '}
        in {count(sections.length, 'section')}
      </Text>
      <Text size="sm" c="dimmed">
        {empty.length === 0
          ? 'Every section has text. The answer is handed in as it stands.'
          : `Empty: ${empty.map(({ title }) => title).join(', ')}.`}
      </Text>
    </>
  );
}
