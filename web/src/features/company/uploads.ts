import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { done, staffApi, take } from '@/api/client';
import { readEvents, type ServerEvent } from '@/api/events';
import { newId } from '@/api/ids';
import { useList } from '@/api/list';
import { ProblemError, problemFrom, problemOf } from '@/api/problem';
import { staffToken } from '@/api/tokens';
import type { Upload } from '@/api/types';

const UPLOADS = '/api/v1/challenges/uploads';
const PAUSE_MILLIS = 2_000;

export const useUploads = () =>
  useList(['uploads'], (cursor) =>
    take(staffApi.GET('/api/v1/challenges/uploads', { params: { query: { cursor } } })),
  );

export const useOwnChallenges = () =>
  useQuery({
    queryKey: ['own-challenges'],
    queryFn: () => take(staffApi.GET('/api/v1/challenges')),
  });

/** What is wrong with a package, as the server tells it. */
export interface PackageProblem {
  file: string;
  line: number;
  message: string;
  remedy: string;
}

export function packageProblems(error: unknown): PackageProblem[] {
  const { problems } = problemOf(error);
  return Array.isArray(problems) ? problems.filter(isPackageProblem) : [];
}

function isPackageProblem(value: unknown): value is PackageProblem {
  return typeof value === 'object' && value !== null && 'file' in value && 'message' in value;
}

/** Sends the archive as it is; the description of the API knows bodies of JSON only. */
async function send(file: File): Promise<void> {
  const token = staffToken.get();
  const response = await fetch(`${UPLOADS}?fileName=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/zip',
      'Idempotency-Key': newId(),
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: file,
  });
  if (!response.ok) {
    const body: unknown = await response.json().catch(() => null);
    throw new ProblemError(problemFrom(body, response.status));
  }
}

export function useUploadPackage() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['uploads'] }),
  });
}

export function usePublish() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      take(staffApi.POST('/api/v1/challenges/uploads/{id}/publish', { params: { path: { id } } })),
    onSuccess: () =>
      Promise.all(
        ['uploads', 'own-challenges', 'catalog'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
}

export function useDeleteUpload() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      done(staffApi.DELETE('/api/v1/challenges/uploads/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['uploads'] }),
  });
}

/** Brings an archive to the person's disk; a link could not carry the token. */
export function useDownload() {
  return useMutation({
    mutationFn: async ({ uploadId, name }: { uploadId: string; name: string }) => {
      const token = staffToken.get();
      const response = await fetch(`${UPLOADS}/${encodeURIComponent(uploadId)}/package.zip`, {
        headers: token === null ? {} : { Authorization: `Bearer ${token}` },
      });
      if (!response.ok) {
        const body: unknown = await response.json().catch(() => null);
        throw new ProblemError(problemFrom(body, response.status));
      }
      const address = URL.createObjectURL(await response.blob());
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      URL.revokeObjectURL(address);
    },
  });
}

export interface Check {
  /** What is going on, for people. */
  words: string;
  done: number;
  /** Zero until it is known how many there are. */
  all: number;
}

export const WAITING: Check = { words: 'Waiting to be checked', done: 0, all: 0 };

export function checkAfter(check: Check, { event, data }: ServerEvent): Check {
  const told = JSON.parse(data) as Record<string, unknown>;
  switch (event) {
    case 'waiting':
      return { ...WAITING, words: String(told.message) };
    case 'started':
      return { words: 'Beginning', done: 0, all: 0 };
    case 'image':
      return { ...check, words: 'Making an environment ready; this happens once' };
    case 'judged':
      return {
        words: `Judged: ${String(told.source)}`,
        done: Number(told.done),
        all: Number(told.all),
      };
    default:
      return check;
  }
}

/** Follows the check of an upload until its end, and then asks for the uploads anew. */
export function useCheck({ id, state }: Upload): Check {
  const queries = useQueryClient();
  const [check, setCheck] = useState(WAITING);
  const goesOn = state === 'RECEIVED' || state === 'CHECKING';
  useEffect(() => {
    if (!goesOn) {
      return;
    }
    const controller = new AbortController();
    const { signal } = controller;
    void follow(id, signal, (event) => {
      if (signal.aborted) {
        return;
      }
      setCheck((before) => checkAfter(before, event));
      if (event.event === 'done' || event.event === 'started') {
        void queries.invalidateQueries({ queryKey: ['uploads'] });
      }
    });
    return () => controller.abort();
  }, [id, goesOn, queries]);
  return check;
}

/** A lost connection is taken up again; the server repeats what was told. */
async function follow(
  id: string,
  signal: AbortSignal,
  onEvent: (event: ServerEvent) => void,
): Promise<void> {
  const stream = { ended: false };
  const goesOn = () => !stream.ended && !signal.aborted;
  const read = () =>
    readEvents(
      `${UPLOADS}/${encodeURIComponent(id)}/events`,
      staffToken,
      (event) => {
        stream.ended ||= event.event === 'done';
        onEvent(event);
      },
      signal,
    );
  while (goesOn()) {
    try {
      await read();
    } catch (error) {
      if (problemOf(error).status >= 400) {
        return;
      }
    }
    if (goesOn()) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
    }
  }
}
