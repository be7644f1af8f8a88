import { describe, expect, it } from 'vitest';
import type { Criterion, Review } from '@/api/types';
import { beginDraft } from './beginDraft';
import { gradingFor } from './grading';
import { localCopy } from './localCopy';

const CRITERIA: Criterion[] = [
  { id: 'failure', title: 'Failure', weight: 1, question: '', anchors: {} },
];

const draft = (summary: string, version: number): Review => ({
  state: 'DRAFT',
  version,
  ratings: [],
  summary,
  score: null,
  sentAt: null,
  interviewerName: 'Ada',
  history: [],
});

const begin = (mine: Review | null) =>
  beginDraft({ answerId: 'answer', criteria: CRITERIA, mine }, 'member');

function keep(summary: string, version: number | null) {
  localCopy('draft', 'member', 'answer').write({
    grading: { ...gradingFor(CRITERIA, null), summary },
    version,
  });
}

describe('opening a draft', () => {
  it('goes on with what never reached the server', () => {
    keep('typed while offline', 3);
    const { grading, restored, found } = begin(draft('older', 3));
    expect(grading.summary).toBe('typed while offline');
    expect(restored).toBe(true);
    expect(found).toBeNull();
  });

  it('neither drops nor takes kept text when the server’s draft has moved on', () => {
    keep('typed while offline', 3);
    const { grading, restored, found } = begin(draft('from another window', 5));
    expect(grading.summary).toBe('from another window');
    expect(restored).toBe(false);
    expect(found?.grading.summary).toBe('typed while offline');
  });

  it('does not ask about text that the server has', () => {
    keep('same', 3);
    expect(begin(draft('same', 4)).found).toBeNull();
  });

  it('leaves the text of another member alone', () => {
    keep('mine', null);
    const other = beginDraft(
      { answerId: 'answer', criteria: CRITERIA, mine: null },
      'someone-else',
    );
    expect(other.grading.summary).toBe('');
  });
});
