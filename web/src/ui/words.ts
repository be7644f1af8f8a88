import type { Kind, Level, Role, TestStatus, Track, Verdict } from '@/api/types';

export const ROLE_NAMES: Record<Role, string> = {
  OWNER: 'Owner',
  RECRUITER: 'Recruiter',
  INTERVIEWER: 'Interviewer',
};

export const LEVEL_NAMES: Record<Level, string> = {
  JUNIOR: 'Junior',
  MID: 'Mid',
  SENIOR: 'Senior',
};
export const TRACK_NAMES: Record<Track, string> = { DEVELOPER: 'Developer', ENGINEER: 'Engineer' };
export const KIND_NAMES: Record<Kind, string> = { CHALLENGE: 'Coding', EXERCISE: 'System design' };

export const VERDICT_NAMES: Record<Verdict, string> = {
  ACCEPTED: 'Accepted',
  PARTIAL: 'Partly right',
  REJECTED: 'Rejected',
  COMPILE_ERROR: 'Does not build',
  NOT_READY: 'Never answered',
  RUN_TIME_ERROR: 'Stopped by itself',
  TIME_LIMIT: 'Too slow',
  MEMORY_LIMIT: 'Too much memory',
  OUTPUT_LIMIT: 'Too much output',
  JUDGE_ERROR: 'Our fault',
};

export const STATUS_NAMES: Record<TestStatus, string> = {
  PASSED: 'Passed',
  FAILED: 'Failed',
  INCONCLUSIVE: 'Unclear',
  NOT_RUN: 'Not run',
};

/** `concurrency` as a heading: `Concurrency`. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 test`, `2 tests`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `45 min`, `1 h 30 min`. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) {
    return `${rest} min`;
  }
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
