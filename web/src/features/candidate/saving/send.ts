import { candidateApi } from '@/api/client';
import { problemFrom, problemOf, slugOf, type Problem } from '@/api/problem';
import type { Edit, SendOutcome } from './outbox';

/** An edit that has had no answer for this long counts as unsent and is sent again under its id. */
const ANSWER_MILLIS = 15_000;

export function sendTo(itemId: string): (edit: Edit) => Promise<SendOutcome> {
  return async ({ editId, baseRevision, path, text }) => {
    try {
      const { data, error, response } = await candidateApi.POST(
        '/api/v1/attempt/items/{itemId}/edits',
        {
          params: { path: { itemId } },
          body: { editId, baseRevision, path, ...(text === null ? { deleted: true } : { text }) },
          signal: AbortSignal.timeout(ANSWER_MILLIS),
        },
      );
      return data
        ? { kind: 'receipt', receipt: data }
        : outcomeOf(problemFrom(error, response.status));
    } catch (error) {
      return { kind: 'unreachable', message: problemOf(error).title };
    }
  };
}

export function outcomeOf(problem: Problem): SendOutcome {
  const message = problem.detail ?? problem.title;
  switch (slugOf(problem)) {
    case 'workspace-conflict': {
      const { currentRevision } = problem;
      return {
        kind: 'conflict',
        currentRevision: typeof currentRevision === 'number' ? currentRevision : 0,
      };
    }
    case 'attempt-over':
      return { kind: 'over' };
  }
  if (problem.status === 401 || problem.status === 403) {
    return { kind: 'signedOut' };
  }
  const mayPass =
    problem.status >= 500 ||
    problem.status === 0 ||
    problem.status === 408 ||
    problem.status === 429;
  return mayPass ? { kind: 'unreachable', message: problem.title } : { kind: 'refused', message };
}
