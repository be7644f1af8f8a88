import { Anchor, Badge, Button, Table, Text } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Result } from '@/api/types';
import { EmptyState } from '@/ui/EmptyState';
import { ListFrame } from '@/ui/ListFrame';
import { PageHeader } from '@/ui/PageHeader';
import { Score } from '@/ui/Score';
import { TimeAgo } from '@/ui/TimeAgo';
import { useResults } from './api';

export const ATTEMPT_STATES: Record<Result['state'], { label: string; color: string }> = {
  READY: { label: 'Not started', color: 'gray' },
  RUNNING: { label: 'Running', color: 'petrol' },
  FINISHED: { label: 'Finished', color: 'green' },
};

export function ResultsPage() {
  return (
    <>
      <PageHeader title="Results" description="Everyone who opened an assessment, newest first." />
      <ListFrame
        list={useResults()}
        empty={
          <EmptyState
            icon={<IconChartBar size={22} stroke={1.7} />}
            title="No results yet"
            action={
              <Button component={Link} to="/assessments" variant="default">
                Go to the assessments
              </Button>
            }
          >
            A result appears here as soon as an invited candidate opens the link.
          </EmptyState>
        }
      >
        {(results) => <ResultsTable results={results} />}
      </ListFrame>
    </>
  );
}

function ResultsTable({ results }: { results: Result[] }) {
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Candidate</Table.Th>
          <Table.Th>Assessment</Table.Th>
          <Table.Th>State</Table.Th>
          <Table.Th ta="right">Coding</Table.Th>
          <Table.Th ta="right">System design</Table.Th>
          <Table.Th ta="right">Reviews</Table.Th>
          <Table.Th>Handed in</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {results.map((result) => (
          <Table.Tr key={result.attemptId}>
            <Table.Td>
              <Anchor component={Link} to={`/results/${result.attemptId}`} fw={560} size="sm">
                {result.candidateName}
              </Anchor>
              <Text size="xs" c="dimmed">
                {result.candidateEmail}
              </Text>
            </Table.Td>
            <Table.Td>{result.assessmentTitle}</Table.Td>
            <Table.Td>
              <Badge color={ATTEMPT_STATES[result.state].color}>
                {ATTEMPT_STATES[result.state].label}
              </Badge>
            </Table.Td>
            <Table.Td ta="right">
              <Score value={result.codingScore} />
            </Table.Td>
            <Table.Td ta="right">
              <Score value={result.designScore} />
            </Table.Td>
            <Table.Td ta="right" className="tabular">
              {result.reviewsSent}
            </Table.Td>
            <Table.Td>
              {result.finishedAt === null ? '–' : <TimeAgo at={result.finishedAt} />}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
