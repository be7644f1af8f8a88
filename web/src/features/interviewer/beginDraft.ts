import type { ReviewPage } from '@/api/types';
import { loadReview, saveDraft } from './api';
import { DraftSaver } from './draftSaver';
import { gradingFor, sameGrading, type Grading } from './grading';
import { localCopy, type Kept } from './localCopy';

export interface BegunDraft {
  grading: Grading;
  saver: DraftSaver;
  /** The text came from this browser and has yet to reach the server. */
  restored: boolean;
  /** Text in this browser that was written on another version than the server has now. */
  found: Kept | null;
}

/** Where the form starts: at the server's draft, or at what this browser kept when it continues that draft. */
export function beginDraft(
  { answerId, criteria, mine }: Pick<ReviewPage, 'answerId' | 'criteria' | 'mine'>,
  memberId: string,
): BegunDraft {
  const copy = localCopy('draft', memberId, answerId);
  const stored = gradingFor(criteria, mine);
  const version = mine?.version ?? null;
  const kept = copy.read();
  const unsent = kept !== null && !sameGrading(gradingFor(criteria, kept.grading), stored);
  const restored = unsent && kept.version === version;
  const grading = restored ? gradingFor(criteria, kept.grading) : stored;
  const port = {
    save: (text: Grading, base: number | null) => saveDraft(answerId, text, base),
    load: () => loadReview(answerId),
  };
  return {
    grading,
    restored,
    found: unsent && !restored ? kept : null,
    saver: new DraftSaver(port, copy, grading, version),
  };
}
