import { Anchor, Badge, Table, Text } from '@mantine/core';
import { IconMessage2Check } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { ReviewTask } from '@/api/types';
import { EmptyState } from '@/ui/EmptyState';
import { ListFrame } from '@/ui/ListFrame';
import { PageHeader } from '@/ui/PageHeader';
import { TimeAgo } from '@/ui/TimeAgo';
import { useReviewTasks } from './api';

const STATES: Record<ReviewTask['myState'], { label: string; color: string; action: string }> = {
  NONE: { label: 'To do', color: 'petrol', action: 'Review' },
  DRAFT: { label: 'Draft', color: 'yellow', action: 'Go on' },
  SENT: { label: 'Sent', color: 'green', action: 'Read' },
};

export function ReviewsPage() {
  return (
    <>
      <PageHeader
        title="Reviews"
        description="System designs that were handed in. You see them without the candidate’s name, and others’ reviews only after you have sent yours."
      />
      <ListFrame
        list={useReviewTasks()}
        empty={
          <EmptyState
            icon={<IconMessage2Check size={22} stroke={1.7} />}
            title="Nothing to review yet"
          >
            A design appears here as soon as a candidate hands it in or the time is up.
          </EmptyState>
        }
      >
        {(tasks) => <TasksTable tasks={tasks} />}
      </ListFrame>
    </>
  );
}

function TasksTable({ tasks }: { tasks: ReviewTask[] }) {
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Exercise</Table.Th>
          <Table.Th>Handed in</Table.Th>
          <Table.Th>Your review</Table.Th>
          <Table.Th w={120} aria-label="Actions" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tasks.map(({ answerId, exerciseTitle, assessmentTitle, handedInAt, myState }) => (
          <Table.Tr key={answerId}>
            <Table.Td>
              <Anchor
                component={Link}
                to={`/reviews/${answerId}`}
                size="sm"
                fw={560}
                c="var(--mantine-color-text)"
              >
                {exerciseTitle}
              </Anchor>
              <Text size="xs" c="dimmed">
                {assessmentTitle} · answer {answerId.slice(0, 6)}
              </Text>
            </Table.Td>
            <Table.Td>
              <TimeAgo at={handedInAt} />
            </Table.Td>
            <Table.Td>
              <Badge color={STATES[myState].color}>{STATES[myState].label}</Badge>
            </Table.Td>
            <Table.Td ta="right">
              <Anchor
                component={Link}
                to={`/reviews/${answerId}`}
                size="sm"
                fw={560}
                aria-label={`${STATES[myState].action}: ${exerciseTitle}, answer ${answerId.slice(0, 6)}`}
              >
                {STATES[myState].action}
              </Anchor>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
