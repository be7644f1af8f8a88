import type { RouteObject } from 'react-router';
import type { Role } from '@/api/types';

/** What a page behind sign-in says of itself to the shell. */
export interface PageHandle {
  /** Whoever has one of these may open it. */
  roles: readonly Role[];
  /** Takes the whole window instead of a column. */
  wide?: boolean;
}

export type PageRoute = RouteObject & { handle?: PageHandle };
