import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError, problemFrom } from '@/api/problem';
import type { Review } from '@/api/types';
import { DraftSaver, type DraftPort } from './draftSaver';
import type { Grading } from './grading';
import { localCopy } from './localCopy';

const grading = (summary: string): Grading => ({ ratings: [], summary });

const review = (summary: string, version: number): Review => ({
  state: 'DRAFT',
  version,
  ratings: [],
  summary,
  score: null,
  sentAt: null,
  interviewerName: 'Ada',
  history: [],
});

const refusal = (status: number, slug: string) =>
  new ProblemError(problemFrom({ type: `urn:assay:problem:${slug}`, title: slug }, status));

/** A server that keeps one draft and checks the version, with answers that can be lost. */
function server(stored: Review | null = null) {
  const state = { stored, failNext: null as null | Error, loseAnswer: false, saves: 0 };
  const port: DraftPort = {
    save: (next, version) => {
      state.saves++;
      const fail = state.failNext;
      state.failNext = null;
      if (fail !== null) {
        return Promise.reject(fail);
      }
      if ((state.stored?.version ?? null) !== version) {
        return Promise.reject(refusal(412, 'changed-meanwhile'));
      }
      state.stored = review(next.summary, (version ?? 0) + 1);
      if (state.loseAnswer) {
        state.loseAnswer = false;
        return Promise.reject(new TypeError('Failed to fetch'));
      }
      return Promise.resolve(state.stored);
    },
    load: () => Promise.resolve(state.stored),
  };
  const copy = localCopy('draft', 'member', 'answer');
  const saver = new DraftSaver(port, copy, grading(''), state.stored?.version ?? null);
  return { state, copy, saver };
}

describe('saving a draft', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('waits for a pause, then sends the last text once', async () => {
    const { state, saver, copy } = server();
    saver.change(grading('a'));
    saver.change(grading('ab'));
    expect(copy.read()?.grading.summary).toBe('ab');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state.saves).toBe(1);
    expect(state.stored?.summary).toBe('ab');
    expect(saver.current().kind).toBe('saved');
    expect(copy.read()).toBeNull();
  });

  it('names the version that it was made from, from one save to the next', async () => {
    const { state, saver } = server();
    for (const text of ['a', 'b', 'c']) {
      saver.change(grading(text));
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(state.stored).toMatchObject({ summary: 'c', version: 3 });
  });

  it('does not call text saved that was typed while an older one was on its way', async () => {
    const { state, saver, copy } = server();
    saver.change(grading('old'));
    const flushed = saver.flush();
    saver.change(grading('newer'));
    expect(saver.hasUnsaved).toBe(true);
    await vi.runAllTimersAsync();
    await flushed;
    expect(state.stored?.summary).toBe('newer');
    expect(copy.read()).toBeNull();
  });

  it('keeps the text in the browser and tries again when the server cannot be reached', async () => {
    const { state, saver, copy } = server();
    state.failNext = new TypeError('Failed to fetch');
    saver.change(grading('precious'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.current().kind).toBe('retrying');
    expect(copy.read()?.grading.summary).toBe('precious');
    await vi.advanceTimersByTimeAsync(2_500);
    expect(saver.current().kind).toBe('saved');
    expect(state.stored?.summary).toBe('precious');
  });

  it('recognizes its own save when only the answer was lost', async () => {
    const { state, saver } = server(review('before', 4));
    state.loseAnswer = true;
    saver.change(grading('mine'));
    await vi.advanceTimersByTimeAsync(4_000);
    expect(saver.current().kind).toBe('saved');
    expect(saver.savedVersion).toBe(5);
  });

  it('stops at another window’s change, overwrites nothing, and lets the person decide', async () => {
    const { state, saver, copy } = server(review('before', 1));
    state.stored = review('theirs', 2);
    saver.change(grading('mine'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saver.current().kind).toBe('conflict');
    expect(state.stored.summary).toBe('theirs');
    expect(copy.read()?.grading.summary).toBe('mine');
    await expect(saver.flush()).rejects.toBeInstanceOf(ProblemError);
    await saver.keepMine();
    expect(state.stored.summary).toBe('mine');
    expect(saver.current().kind).toBe('saved');
  });

  it('does not hammer a server that refuses the text', async () => {
    const { state, saver } = server();
    state.failNext = refusal(422, 'invalid');
    saver.change(grading('too long'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saver.current().kind).toBe('refused');
    expect(state.saves).toBe(1);
    saver.change(grading('short'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.current().kind).toBe('saved');
  });
});
