import { Anchor, Button, Table, Text } from '@mantine/core';
import { IconClipboardList, IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Assessment } from '@/api/types';
import { EmptyState } from '@/ui/EmptyState';
import { ListFrame } from '@/ui/ListFrame';
import { PageHeader } from '@/ui/PageHeader';
import { TimeAgo } from '@/ui/TimeAgo';
import { duration, LEVEL_NAMES } from '@/ui/words';
import { useAssessments } from './api';
import { KindBadge } from './KindBadge';

export function AssessmentsPage() {
  return (
    <>
      <PageHeader
        title="Assessments"
        description="What you send to candidates: coding tasks and system-design exercises under one clock."
        actions={<NewButton />}
      />
      <ListFrame
        list={useAssessments()}
        empty={
          <EmptyState
            icon={<IconClipboardList size={22} stroke={1.7} />}
            title="Put together your first assessment"
            action={<NewButton />}
          >
            Pick tasks from the catalog and set a time limit. Then invite candidates with a link of
            their own.
          </EmptyState>
        }
      >
        {(assessments) => <AssessmentsTable assessments={assessments} />}
      </ListFrame>
    </>
  );
}

function NewButton() {
  return (
    <Button component={Link} to="/assessments/new" leftSection={<IconPlus size={16} aria-hidden />}>
      New assessment
    </Button>
  );
}

function AssessmentsTable({ assessments }: { assessments: Assessment[] }) {
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Assessment</Table.Th>
          <Table.Th>Contains</Table.Th>
          <Table.Th>Time limit</Table.Th>
          <Table.Th>Created</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {assessments.map(({ id, title, role, level, minutes, items, createdAt }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Anchor component={Link} to={`/assessments/${id}`} fw={560}>
                {title}
              </Anchor>
              <Text size="xs" c="dimmed">
                {role} · {LEVEL_NAMES[level]}
              </Text>
            </Table.Td>
            <Table.Td>
              <Text component="span" display="flex" style={{ gap: 6, flexWrap: 'wrap' }}>
                {items.map((item) => (
                  <KindBadge key={`${item.kind}/${item.id}`} kind={item.kind} title={item.title} />
                ))}
              </Text>
            </Table.Td>
            <Table.Td className="tabular">{duration(minutes)}</Table.Td>
            <Table.Td>
              <TimeAgo at={createdAt} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
