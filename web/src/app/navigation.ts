import {
  IconChartBar,
  IconClipboardList,
  IconMessage2Check,
  IconPackage,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { Role } from '@/api/types';

export interface NavigationEntry {
  to: string;
  label: string;
  icon: Icon;
  roles: readonly Role[];
}

const ENTRIES: readonly NavigationEntry[] = [
  {
    to: '/assessments',
    label: 'Assessments',
    icon: IconClipboardList,
    roles: ['OWNER', 'RECRUITER'],
  },
  { to: '/challenges', label: 'Challenges', icon: IconPackage, roles: ['OWNER', 'RECRUITER'] },
  { to: '/results', label: 'Results', icon: IconChartBar, roles: ['OWNER', 'RECRUITER'] },
  { to: '/reviews', label: 'Reviews', icon: IconMessage2Check, roles: ['INTERVIEWER'] },
  { to: '/members', label: 'Members', icon: IconUsers, roles: ['OWNER'] },
];

/** What a member finds at the left: only what the member's roles can open. */
export function navigationFor(roles: readonly Role[]): readonly NavigationEntry[] {
  return ENTRIES.filter((entry) => entry.roles.some((role) => roles.includes(role)));
}

/** Where a member lands after signing in. */
export function homeFor(roles: readonly Role[]): string {
  return navigationFor(roles)[0]?.to ?? '/no-role';
}
