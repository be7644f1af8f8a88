import { describe, expect, it } from 'vitest';
import type { CatalogEntry } from '@/api/types';
import { matching, moved, timeLimit } from './draft';

const entry = (title: string, minutes: number, skills: string[] = []): CatalogEntry => ({
  kind: 'CHALLENGE',
  id: title,
  title,
  skills,
  track: 'DEVELOPER',
  level: 'MID',
  minutes,
  environments: [],
  version: '1',
});

describe('the draft of an assessment', () => {
  it('takes the sum of the tasks until a limit is typed', () => {
    const picked = [entry('a', 45), entry('b', 40)];
    expect(timeLimit(null, picked)).toBe(85);
    expect(timeLimit(60, picked)).toBe(60);
  });

  it('keeps the sum within what an assessment may last', () => {
    expect(timeLimit(null, [])).toBe(5);
    expect(timeLimit(null, [entry('a', 470), entry('b', 40)])).toBe(480);
  });

  it('moves a task by one place and never out of the list', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });

  it('finds a task by words of its title and its skills', () => {
    const catalog = [entry('URL shortener', 45, ['http', 'caching']), entry('Ledger', 60)];
    expect(matching(catalog, 'caching url').map(({ title }) => title)).toEqual(['URL shortener']);
    expect(matching(catalog, '')).toHaveLength(2);
  });
});
