import type { CatalogEntry } from '@/api/types';

export const LEAST_MINUTES = 5;
export const MOST_MINUTES = 480;

export function sumOfMinutes(entries: readonly Pick<CatalogEntry, 'minutes'>[]): number {
  return entries.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The time limit that is sent: what was typed, or else the sum of what was picked, within what is allowed. */
export function timeLimit(
  typed: number | null,
  entries: readonly Pick<CatalogEntry, 'minutes'>[],
): number {
  return typed ?? Math.min(MOST_MINUTES, Math.max(LEAST_MINUTES, sumOfMinutes(entries)));
}

/** The list with one entry moved by `step` places; unchanged where it would leave the list. */
export function moved<T>(list: readonly T[], from: number, step: number): T[] {
  const to = from + step;
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length) {
    return [...list];
  }
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}

export function keyOf({ kind, id }: Pick<CatalogEntry, 'kind' | 'id'>): string {
  return `${kind}/${id}`;
}

/** Entries whose title, skills, track or level hold every typed word. */
export function matching(entries: readonly CatalogEntry[], typed: string): CatalogEntry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ title, skills, track, level }) => {
    const text = [title, ...skills, track, level].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
