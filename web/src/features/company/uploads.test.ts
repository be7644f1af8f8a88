import { describe, expect, it } from 'vitest';
import { ProblemError } from '@/api/problem';
import { checkAfter, packageProblems, WAITING, type Check } from './uploads';

const after = (...events: [string, object][]): Check =>
  events.reduce(
    (check, [event, data]) => checkAfter(check, { event, data: JSON.stringify(data), id: null }),
    WAITING,
  );

describe('the progress of a check', () => {
  it('says what was judged last, and how many are left', () => {
    expect(
      after(['started', {}], ['judged', { source: 'mutant lost-hits', done: 3, all: 9 }]),
    ).toEqual({ words: 'Judged: mutant lost-hits', done: 3, all: 9 });
  });

  it('says why it waits', () => {
    expect(after(['waiting', { message: 'Docker does not answer.' }]).words).toBe(
      'Docker does not answer.',
    );
  });

  it('keeps the count while an environment is made ready', () => {
    expect(
      after(['judged', { source: 'starter for java', done: 1, all: 9 }], ['image', { line: 'x' }]),
    ).toMatchObject({ done: 1, all: 9 });
  });

  it('begins anew after a fault', () => {
    expect(
      after(['judged', { source: 'starter for java', done: 1, all: 9 }], ['started', {}]),
    ).toMatchObject({ done: 0, all: 0 });
  });
});

describe('what is wrong with a package', () => {
  const problem = { file: 'challenge.yaml', line: 4, message: 'wrong', remedy: 'Correct it.' };
  const refused = (problems: unknown) =>
    new ProblemError({ type: 'x', title: 'x', status: 422, problems });

  it('is told as a list', () => {
    expect(packageProblems(refused([problem]))).toEqual([problem]);
  });

  it('is empty for any other problem', () => {
    expect(packageProblems(refused(undefined))).toEqual([]);
    expect(packageProblems(refused(['no problem']))).toEqual([]);
    expect(packageProblems(new TypeError('offline'))).toEqual([]);
  });
});
