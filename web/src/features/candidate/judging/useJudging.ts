import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { newId } from '@/api/ids';
import { candidateApi, take } from '@/api/client';
import { readEvents } from '@/api/events';
import { isProblem } from '@/api/problem';
import { candidateToken } from '@/api/tokens';
import type { Submission } from '@/api/types';
import { rememberSubmission, submissionsQuery, type OpenItem } from '../attempt/attempt';
import { waiting, type Progress } from './progress';
import { watch, type WatchPorts } from './watch';

export type Scope = Submission['scope'];

export interface Judging {
  /** the newest run or submission; null when there is none */
  latest: Submission | null;
  /** null when nothing is under way */
  progress: Progress | null;
  connected: boolean;
  start: () => void;
  starting: boolean;
  error: unknown;
}

/** Runs (visible tests) or submissions (all tests) of an item: the newest one, and its progress while it is judged. */
export function useJudging(item: OpenItem, scope: Scope): Judging {
  const client = useQueryClient();
  const { itemId } = item.detail;
  const { data: submissions } = useQuery(submissionsQuery(itemId));
  const latest = submissions?.find((submission) => submission.scope === scope) ?? null;
  const underWay = latest !== null && latest.state !== 'JUDGED' ? latest.id : null;
  const { progress, connected } = useProgress(client, underWay);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (key: string) => {
      await item.workspace.outbox.flush();
      return scope === 'VISIBLE' ? run(itemId) : submit(itemId, key);
    },
    // The key makes a repeated submission the same submission, so a lost answer may be asked for again.
    retry: (failures, problem) =>
      scope === 'ALL' && failures < 2 && isProblem(problem, 'unreachable'),
    onSuccess: (submission) => rememberSubmission(client, submission),
    onError: (problem) => {
      if (isProblem(problem, 'judging-in-progress')) {
        void client.invalidateQueries({ queryKey: submissionsQuery(itemId).queryKey });
      }
    },
  });
  return {
    latest,
    progress,
    connected,
    start: () => mutate(newId()),
    starting: isPending,
    error,
  };
}

function run(itemId: string): Promise<Submission> {
  return take(
    candidateApi.POST('/api/v1/attempt/items/{itemId}/runs', { params: { path: { itemId } } }),
  );
}

function submit(itemId: string, key: string): Promise<Submission> {
  return take(
    candidateApi.POST('/api/v1/attempt/items/{itemId}/submissions', {
      params: { path: { itemId }, header: { 'Idempotency-Key': key } },
    }),
  );
}

interface Watched {
  id: string;
  progress: Progress;
  connected: boolean;
}

function useProgress(
  client: QueryClient,
  id: string | null,
): { progress: Progress | null; connected: boolean } {
  const [watched, setWatched] = useState<Watched | null>(null);
  useEffect(() => {
    if (id === null) {
      return;
    }
    const controller = new AbortController();
    const show = (progress: Progress, connected: boolean) => {
      if (controller.signal.aborted) {
        return;
      }
      setWatched({ id, progress, connected });
      if (progress.submission !== null) {
        rememberSubmission(client, progress.submission);
      }
    };
    void watch(portsOf(id), show, controller.signal);
    return () => controller.abort();
  }, [client, id]);
  if (id === null) {
    return { progress: null, connected: true };
  }
  return watched?.id === id ? watched : { progress: waiting, connected: true };
}

function portsOf(id: string): WatchPorts {
  return {
    read: (onEvent, signal) =>
      readEvents(
        `/api/v1/attempt/submissions/${encodeURIComponent(id)}/events`,
        candidateToken,
        onEvent,
        signal,
      ),
    ask: () =>
      take(candidateApi.GET('/api/v1/attempt/submissions/{id}', { params: { path: { id } } })),
    pause: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
  };
}
