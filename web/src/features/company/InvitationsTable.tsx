import { Anchor, Badge, Group, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Invitation } from '@/api/types';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { TimeAgo } from '@/ui/TimeAgo';
import { useRevoke } from './api';

const STATES: Record<Invitation['state'], { label: string; color: string }> = {
  PENDING: { label: 'Not started', color: 'gray' },
  RUNNING: { label: 'Running', color: 'petrol' },
  FINISHED: { label: 'Finished', color: 'green' },
  EXPIRED: { label: 'Expired', color: 'orange' },
  REVOKED: { label: 'Revoked', color: 'red' },
};

interface InvitationsTableProps {
  assessmentId: string;
  invitations: Invitation[];
}

export function InvitationsTable({ assessmentId, invitations }: InvitationsTableProps) {
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Candidate</Table.Th>
          <Table.Th>State</Table.Th>
          <Table.Th>Invited</Table.Th>
          <Table.Th>Link expires</Table.Th>
          <Table.Th w={180} aria-label="Actions" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {invitations.map((invitation) => (
          <Table.Tr key={invitation.id}>
            <Table.Td>
              <Text size="sm" fw={560}>
                {invitation.candidateName}
              </Text>
              <Text size="xs" c="dimmed">
                {invitation.candidateEmail}
              </Text>
            </Table.Td>
            <Table.Td>
              <Badge color={STATES[invitation.state].color}>{STATES[invitation.state].label}</Badge>
            </Table.Td>
            <Table.Td>
              <TimeAgo at={invitation.createdAt} />
            </Table.Td>
            <Table.Td>
              {invitation.state === 'PENDING' ? <TimeAgo at={invitation.expiresAt} /> : '–'}
            </Table.Td>
            <Table.Td>
              <Group justify="flex-end" gap="xs" mih={26}>
                {invitation.attemptId !== null && (
                  <Anchor component={Link} to={`/results/${invitation.attemptId}`} size="sm">
                    Result
                  </Anchor>
                )}
                {invitation.state === 'PENDING' && (
                  <Revoke assessmentId={assessmentId} invitation={invitation} />
                )}
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Revoke({
  assessmentId,
  invitation: { id, candidateName },
}: {
  assessmentId: string;
  invitation: Invitation;
}) {
  const revoke = useRevoke(assessmentId);
  return (
    <ConfirmButton
      size="compact-sm"
      variant="subtle"
      color="red"
      aria-label={`Revoke the invitation of ${candidateName}`}
      title="Revoke this invitation?"
      question={`The link of ${candidateName} stops working at once. You can send a new invitation later.`}
      confirm="Revoke"
      onConfirm={() => revoke.mutateAsync(id)}
      pending={revoke.isPending}
      error={revoke.error}
    >
      Revoke
    </ConfirmButton>
  );
}
