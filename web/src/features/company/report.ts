import type { TestResult } from '@/api/types';

export function minutesBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
}

/** `12 of 16 tests passed`. */
export function passedOf(tests: readonly Pick<TestResult, 'status'>[]): string {
  const passed = tests.filter(({ status }) => status === 'PASSED').length;
  return `${passed} of ${tests.length} tests passed`;
}

/** `failure-modes` as words, for a criterion whose title is not known. */
export function wordsOf(id: string): string {
  const words = id.replaceAll(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
