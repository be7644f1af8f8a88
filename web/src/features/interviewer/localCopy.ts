import type { Grading } from './grading';

export interface Kept {
  grading: Grading;
  /** The server's version that it was written on; null when there was none. */
  version: number | null;
  /** Only for an amendment. */
  reason?: string | undefined;
  at: string;
}

/** What was typed and is not acknowledged, kept in this browser, for each member and answer apart. */
export interface LocalCopy {
  read: () => Kept | null;
  write: (kept: Omit<Kept, 'at'>) => void;
  clear: () => void;
}

export function localCopy(
  purpose: 'draft' | 'amendment',
  memberId: string,
  answerId: string,
): LocalCopy {
  const key = `assay.review.${purpose}.${memberId}.${answerId}`;
  return {
    read: () => {
      const text = localStorage.getItem(key);
      try {
        return text === null ? null : (JSON.parse(text) as Kept);
      } catch {
        return null;
      }
    },
    write: (kept) => {
      try {
        localStorage.setItem(key, JSON.stringify({ ...kept, at: new Date().toISOString() }));
      } catch {
        // A full or barred storage must not stop the work; the server still gets every change.
      }
    },
    clear: () => localStorage.removeItem(key),
  };
}
