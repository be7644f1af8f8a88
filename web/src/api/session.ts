import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { staffApi, take } from './client';
import { staffToken } from './tokens';
import type { Member, Role } from './types';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => take(staffApi.GET('/api/v1/session')),
  staleTime: Infinity,
});

export function useStaffToken(): string | null {
  return useSyncExternalStore(staffToken.subscribe, staffToken.get);
}

/** The member who is signed in; for pages inside the shell, which shows them only once it is known. */
export function useMember(): Member {
  const { data } = useQuery(sessionQuery);
  if (data === undefined) {
    throw new Error('This page was shown without a member');
  }
  return data;
}

export function hasRole(member: Pick<Member, 'roles'>, ...anyOf: Role[]): boolean {
  return anyOf.some((role) => member.roles.includes(role));
}
