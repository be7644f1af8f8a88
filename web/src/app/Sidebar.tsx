import { ActionIcon, CloseButton, Group, Skeleton, Stack, Text, Tooltip } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { NavLink, useNavigate } from 'react-router';
import { staffApi, take } from '@/api/client';
import { staffToken } from '@/api/tokens';
import type { Member } from '@/api/types';
import { ColorSchemeToggle } from '@/ui/ColorSchemeToggle';
import { ROLE_NAMES } from '@/ui/words';
import { Wordmark } from '@/ui/Wordmark';
import { navigationFor } from './navigation';
import classes from './Sidebar.module.css';

interface SidebarProps {
  /** Null until it is known who is signed in. */
  member: Member | null;
  onClose?: (() => void) | undefined;
}

export function Sidebar({ member, onClose }: SidebarProps) {
  return (
    <div className={classes.sidebar}>
      <Group justify="space-between" className={classes.top} wrap="nowrap">
        <Wordmark size={26} />
        {onClose !== undefined && <CloseButton onClick={onClose} aria-label="Close the menu" />}
      </Group>
      <div className={classes.organization}>
        {member === null ? (
          <Skeleton height={12} width={120} />
        ) : (
          <Text size="xs" c="dimmed" truncate>
            {member.organizationName}
          </Text>
        )}
      </div>
      <nav aria-label="Main" className={classes.navigation}>
        {member !== null &&
          navigationFor(member.roles).map(({ to, label, icon: Icon }) => (
            <NavLink key={to} to={to} className={classes.link ?? ''}>
              <Icon size={18} stroke={1.7} aria-hidden />
              {label}
            </NavLink>
          ))}
      </nav>
      <div className={classes.bottom}>
        <Judging />
        <Account member={member} />
      </div>
    </div>
  );
}

/** Whether submissions can be judged now; its place is kept while it is not known. */
function Judging() {
  const { data } = useQuery({
    queryKey: ['status'],
    queryFn: () => take(staffApi.GET('/api/v1/status')),
    refetchInterval: 60_000,
  });
  const ready = data?.judging === 'READY';
  return (
    <Tooltip
      label={data?.message ?? 'Submissions are judged as they come.'}
      disabled={data === undefined}
      multiline
      maw={300}
    >
      <div className={classes.judging} role="status">
        {data !== undefined && (
          <>
            <span className={classes.dot} data-ready={ready} aria-hidden />
            {ready ? 'Judging is ready' : 'Judging is unavailable'}
            {!ready && data.message !== null && (
              <span className="mantine-visually-hidden">{data.message}</span>
            )}
          </>
        )}
      </div>
    </Tooltip>
  );
}

function Account({ member }: { member: Member | null }) {
  const queries = useQueryClient();
  const navigate = useNavigate();

  async function signOut() {
    await navigate('/sign-in', { replace: true });
    staffToken.clear();
    queries.clear();
  }

  return (
    <Group justify="space-between" wrap="nowrap" gap="xs" className={classes.account}>
      <Stack gap={0} miw={0} flex={1}>
        {member === null ? (
          <Skeleton height={12} width={110} />
        ) : (
          <>
            <Text size="sm" fw={560} truncate>
              {member.name}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {member.roles.map((role) => ROLE_NAMES[role]).join(', ')}
            </Text>
          </>
        )}
      </Stack>
      <Group gap={2} wrap="nowrap">
        <ColorSchemeToggle />
        <Tooltip label="Sign out">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="md"
            aria-label="Sign out"
            onClick={() => void signOut()}
          >
            <IconLogout size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </Group>
  );
}
