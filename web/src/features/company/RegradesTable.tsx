import { Anchor, Badge, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { RegradeSummary } from '@/api/types';
import { TimeAgo } from '@/ui/TimeAgo';
import { count } from '@/ui/words';

export const REGRADE_STATES: Record<RegradeSummary['state'], { label: string; color: string }> = {
  JUDGING: { label: 'Being judged', color: 'petrol' },
  READY: { label: 'Preview', color: 'yellow' },
  APPLIED: { label: 'Applied', color: 'green' },
  UNDONE: { label: 'Undone', color: 'gray' },
  DISCARDED: { label: 'Discarded', color: 'gray' },
};

export function RegradesTable({ regrades }: { regrades: RegradeSummary[] }) {
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Challenge</Table.Th>
          <Table.Th>State</Table.Th>
          <Table.Th>Submissions</Table.Th>
          <Table.Th>Begun</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {regrades.map((regrade) => (
          <Table.Tr key={regrade.id}>
            <Table.Td>
              <Anchor component={Link} to={`/regrades/${regrade.id}`} fw={560} size="sm">
                {regrade.title}
              </Anchor>
              <Text size="xs" c="dimmed">
                to version <span className="mono">{regrade.toVersion.slice(0, 12)}</span>
              </Text>
            </Table.Td>
            <Table.Td>
              <Badge color={REGRADE_STATES[regrade.state].color}>
                {REGRADE_STATES[regrade.state].label}
              </Badge>
            </Table.Td>
            <Table.Td className="tabular">{count(regrade.submissions, 'submission')}</Table.Td>
            <Table.Td>
              <TimeAgo at={regrade.createdAt} />
              <Text size="xs" c="dimmed">
                {regrade.createdBy}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
