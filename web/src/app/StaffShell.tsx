import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, Outlet, useLocation, useMatches } from 'react-router';
import { isProblem } from '@/api/problem';
import { hasRole, sessionQuery, useStaffToken } from '@/api/session';
import type { Member } from '@/api/types';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { PageLoading } from '@/ui/Loading';
import type { PageHandle } from '@/ui/routing';
import { Wordmark } from '@/ui/Wordmark';
import { Sidebar } from './Sidebar';
import classes from './StaffShell.module.css';

/** Around every page behind sign-in. Lets through only who is signed in and may see the page. */
export function StaffShell() {
  const token = useStaffToken();
  const location = useLocation();
  const session = useQuery({ ...sessionQuery, enabled: token !== null });

  if (token === null) {
    const from = location.pathname === '/' ? undefined : location.pathname + location.search;
    return <Navigate to="/sign-in" replace state={{ from }} />;
  }
  if (
    session.data?.mustChangePassword === true ||
    isProblem(session.error, 'password-change-required')
  ) {
    return <Navigate to="/change-password" replace />;
  }
  return (
    <Frame member={session.data ?? null}>
      {session.isError ? (
        <ErrorState error={session.error} onRetry={() => void session.refetch()} />
      ) : session.data === undefined ? (
        <PageLoading />
      ) : (
        <Guarded member={session.data} />
      )}
    </Frame>
  );
}

function Guarded({ member }: { member: Member }) {
  const { roles } = usePageHandle();
  if (roles !== undefined && !hasRole(member, ...roles)) {
    return (
      <EmptyState title="Your role does not open this page">
        Ask the owner of {member.organizationName} if you should see it.
      </EmptyState>
    );
  }
  return <Outlet />;
}

function Frame({ member, children }: { member: Member | null; children: React.ReactNode }) {
  const narrow = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
  const [opened, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  const { wide = false } = usePageHandle();

  useEffect(close, [pathname, close]);

  return (
    <AppShell
      navbar={{ width: 228, breakpoint: 'md', collapsed: { mobile: !opened } }}
      header={{ height: 52, collapsed: !narrow }}
      layout="alt"
      transitionDuration={0}
    >
      <a href="#content" className="skip-link">
        Skip to the content
      </a>
      {narrow && (
        <AppShell.Header className={classes.header}>
          <Group h="100%" px="md" gap="sm">
            <Burger
              opened={opened}
              onClick={toggle}
              size="sm"
              aria-label={opened ? 'Close the menu' : 'Open the menu'}
            />
            <Wordmark size={22} />
          </Group>
        </AppShell.Header>
      )}
      <AppShell.Navbar className={classes.navbar}>
        <Sidebar member={member} onClose={narrow ? close : undefined} />
      </AppShell.Navbar>
      <AppShell.Main className={classes.main} id="content" tabIndex={-1}>
        <div className={wide ? classes.wide : classes.column}>{children}</div>
      </AppShell.Main>
    </AppShell>
  );
}

function usePageHandle(): Partial<PageHandle> {
  const matches = useMatches();
  return (matches.at(-1)?.handle as PageHandle | undefined) ?? {};
}
