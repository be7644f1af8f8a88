import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useMember } from '@/api/session';
import type { Member } from '@/api/types';
import { EmptyState } from '@/ui/EmptyState';
import { ListFrame } from '@/ui/ListFrame';
import { PageHeader } from '@/ui/PageHeader';
import { ROLE_NAMES } from '@/ui/words';
import { AddMemberModal } from './AddMemberModal';
import { useMembers } from './api';

export function MembersPage() {
  const me = useMember();
  const [adding, { open, close }] = useDisclosure(false);
  return (
    <>
      <PageHeader
        title="Members"
        description={`Who works with Assay at ${me.organizationName}, and what each may do.`}
        actions={
          <Button onClick={open} leftSection={<IconUserPlus size={16} aria-hidden />}>
            Add a member
          </Button>
        }
      />
      <ListFrame list={useMembers()} rows={3} empty={<EmptyState title="No members" />}>
        {(members) => <MembersTable members={members} me={me} />}
      </ListFrame>
      <AddMemberModal opened={adding} onClose={close} />
    </>
  );
}

function MembersTable({ members, me }: { members: Member[]; me: Member }) {
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Name</Table.Th>
          <Table.Th>Roles</Table.Th>
          <Table.Th>Password</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map(({ id, name, email, roles, mustChangePassword }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Text size="sm" fw={560}>
                {name}
                {id === me.id && (
                  <Text component="span" c="dimmed" fw={400} size="sm">
                    {' '}
                    (you)
                  </Text>
                )}
              </Text>
              <Text size="xs" c="dimmed">
                {email}
              </Text>
            </Table.Td>
            <Table.Td>
              <Group gap={6}>
                {roles.map((role) => (
                  <Badge key={role} color={role === 'INTERVIEWER' ? 'grape' : 'petrol'}>
                    {ROLE_NAMES[role]}
                  </Badge>
                ))}
              </Group>
            </Table.Td>
            <Table.Td>
              <Text size="sm" c="dimmed">
                {mustChangePassword ? 'Not chosen yet' : 'Chosen'}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
