import type { TestResult } from '@/api/types';
import { count } from '@/ui/words';

export function minutesBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
}

/** `12 of 16 tests passed`, `0 of 1 test passed`. */
export function passedOf(tests: readonly Pick<TestResult, 'status'>[]): string {
  const passed = tests.filter(({ status }) => status === 'PASSED').length;
  return `${passed} of ${count(tests.length, 'test')} passed`;
}
