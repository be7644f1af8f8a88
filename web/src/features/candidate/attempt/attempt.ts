import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { newId } from '@/api/ids';
import { candidateApi, take } from '@/api/client';
import { candidateToken } from '@/api/tokens';
import type { Attempt, ItemDetail, Submission } from '@/api/types';
import { ServerClock } from '../clock/clock';
import { LocalWorkspace } from '../files/workspace';
import { canHash, hashOf } from '../saving/digest';
import { leftovers } from '../saving/kept';
import { sendTo } from '../saving/send';

/** One server, one clock: every answer that carries the server's time sets it. */
export const serverClock = new ServerClock();

const ASK_MILLIS = 30_000;
const ASK_WHEN_OVER_MILLIS = 2_000;

async function timed(call: () => Promise<Attempt>): Promise<Attempt> {
  const sentAt = performance.now();
  const attempt = await call();
  serverClock.learn({
    serverMillis: Date.parse(attempt.serverTime),
    sentAt,
    receivedAt: performance.now(),
  });
  return attempt;
}

/** Millis to the deadline by the server's clock. */
export function remainingMillis(deadline: string): number {
  return Date.parse(deadline) - serverClock.at(performance.now());
}

export const ATTEMPT = ['candidate', 'attempt'] as const;

export const attemptQuery = queryOptions({
  queryKey: ATTEMPT,
  queryFn: () => timed(() => take(candidateApi.GET('/api/v1/attempt'))),
  staleTime: 0,
  refetchInterval: ({ state: { data } }) => {
    if (data?.state !== 'RUNNING' || data.deadline === null) {
      return false;
    }
    const remaining = remainingMillis(data.deadline);
    return remaining > 0 ? Math.min(ASK_MILLIS, remaining + 200) : ASK_WHEN_OVER_MILLIS;
  },
});

export function enter(secret: string) {
  return queryOptions({
    queryKey: ['candidate', 'entry', secret],
    queryFn: async () => {
      const session = await take(
        candidateApi.POST('/api/v1/candidate/session', { body: { secret } }),
      );
      candidateToken.set(session.token);
      return session.attemptId;
    },
    staleTime: Infinity,
    gcTime: 0,
  });
}

export function startAttempt(): Promise<Attempt> {
  return timed(() => take(candidateApi.POST('/api/v1/attempt/start')));
}

export function finishAttempt(): Promise<Attempt> {
  return timed(() => take(candidateApi.POST('/api/v1/attempt/finish')));
}

/** An item and the person's files of it. It is loaded once: from then on the page knows best what was typed. */
export interface OpenItem {
  detail: ItemDetail;
  workspace: LocalWorkspace;
}

const ITEMS = ['candidate', 'item'] as const;

export function itemQuery(attemptId: string, itemId: string) {
  return queryOptions({
    queryKey: [...ITEMS, attemptId, itemId],
    queryFn: async (): Promise<OpenItem> => {
      const detail = await fetchItem(itemId);
      return { detail, workspace: openWorkspace(attemptId, itemId, detail.workspace) };
    },
    structuralSharing: false,
    staleTime: Infinity,
    gcTime: Infinity,
  });
}

export function fetchItem(itemId: string): Promise<ItemDetail> {
  return take(candidateApi.GET('/api/v1/attempt/items/{itemId}', { params: { path: { itemId } } }));
}

export async function chooseEnvironment(
  client: QueryClient,
  attemptId: string,
  item: OpenItem,
  environment: string,
): Promise<void> {
  await item.workspace.outbox.flush();
  const { itemId } = item.detail;
  const workspace = await take(
    candidateApi.PUT('/api/v1/attempt/items/{itemId}/environment', {
      params: { path: { itemId } },
      body: { environment },
    }),
  );
  item.workspace.outbox.close();
  client.setQueryData(itemQuery(attemptId, itemId).queryKey, {
    detail: { ...item.detail, workspace },
    workspace: openWorkspace(attemptId, itemId, workspace),
  });
}

function openWorkspace(
  attemptId: string,
  itemId: string,
  workspace: ItemDetail['workspace'],
): LocalWorkspace {
  return new LocalWorkspace({
    attemptId,
    itemId,
    workspace,
    send: sendTo(itemId),
    storage: localStorage,
    newId,
    hashOf: canHash() ? hashOf : undefined,
  });
}

export function openItems(client: QueryClient, attemptId: string): OpenItem[] {
  return client
    .getQueriesData<OpenItem>({ queryKey: [...ITEMS, attemptId] })
    .flatMap(([, item]) => (item === undefined ? [] : [item]));
}

export interface UnsavedText {
  itemId: string;
  path: string;
  text: string;
}

/** Every text without a receipt, from this page's memory and from this browser's storage. */
export function unsavedTexts(client: QueryClient, attemptId: string): UnsavedText[] {
  const found = new Map<string, UnsavedText>();
  for (const unsaved of leftovers(localStorage, attemptId)) {
    found.set(`${unsaved.itemId}/${unsaved.path}`, unsaved);
  }
  for (const { detail, workspace } of openItems(client, attemptId)) {
    for (const [path, text] of workspace.outbox.unsaved()) {
      if (text !== null) {
        found.set(`${detail.itemId}/${path}`, { itemId: detail.itemId, path, text });
      }
    }
  }
  return [...found.values()];
}

export function submissionsQuery(itemId: string) {
  return queryOptions({
    queryKey: ['candidate', 'submissions', itemId],
    queryFn: async (): Promise<Submission[]> => {
      const { items } = await take(
        candidateApi.GET('/api/v1/attempt/items/{itemId}/submissions', {
          params: { path: { itemId } },
        }),
      );
      return newestFirst(items);
    },
  });
}

export function newestFirst(submissions: readonly Submission[]): Submission[] {
  return [...submissions].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
}

/** Puts a submission's newest state into the list that the page shows. */
export function rememberSubmission(client: QueryClient, submission: Submission): void {
  client.setQueryData(submissionsQuery(submission.itemId).queryKey, (known: Submission[] = []) =>
    newestFirst([submission, ...known.filter(({ id }) => id !== submission.id)]),
  );
}
