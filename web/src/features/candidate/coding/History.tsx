import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { environmentName } from '@/ui/environmentName';
import { ErrorState } from '@/ui/ErrorState';
import { Score } from '@/ui/Score';
import { fullTime } from '@/ui/time';
import { VerdictBadge } from '@/ui/VerdictBadge';
import { submissionsQuery } from '../attempt/attempt';

/** Every submission of an item, newest first; the first one counts. Runs are not listed. */
export function History({ itemId }: { itemId: string }) {
  const query = useQuery(submissionsQuery(itemId));
  if (query.error && !query.data) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  const submissions = (query.data ?? []).filter(({ scope }) => scope === 'ALL');
  if (submissions.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="lg">
        You have submitted nothing yet. What is in your workspace at the end is submitted by itself.
      </Text>
    );
  }
  return (
    <Table verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Submitted</Table.Th>
          <Table.Th>Environment</Table.Th>
          <Table.Th>Verdict</Table.Th>
          <Table.Th>Score</Table.Th>
          <Table.Th>
            <span title="The start of the content hash">Content</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {submissions.map((submission, index) => (
          <Table.Tr key={submission.id}>
            <Table.Td>
              {fullTime(submission.createdAt)}
              {index === 0 && (
                <Text component="span" size="xs" c="dimmed">
                  {' '}
                  · counts
                </Text>
              )}
            </Table.Td>
            <Table.Td>{environmentName(submission.environment)}</Table.Td>
            <Table.Td>
              {submission.judgement ? (
                <VerdictBadge verdict={submission.judgement.verdict} />
              ) : (
                <Text size="sm" c="dimmed">
                  Being judged…
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <Score value={submission.judgement?.score ?? null} />
            </Table.Td>
            <Table.Td className="mono">{submission.contentHash.slice(0, 8)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
