import { QueryClient } from '@tanstack/react-query';
import { problemOf, slugOf } from './problem';

/** Only what may be better in a moment is tried again: no answer, or a server that is down. */
function worthRetrying(failures: number, error: unknown): boolean {
  return failures < 2 && slugOf(problemOf(error)) === 'unreachable';
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: worthRetrying, staleTime: 10_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
