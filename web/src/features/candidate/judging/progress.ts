import type { ServerEvent } from '@/api/events';
import type { CandidateTest, Submission } from '@/api/types';

export type Phase = 'sent' | 'queued' | 'image' | 'building' | 'starting' | 'examining' | 'done';

/** What is known of a judgement under way. A repeated stream starts from the beginning, so it starts here again. */
export interface Progress {
  phase: Phase;
  ahead: number;
  imageLine: string;
  buildLog: string;
  tests: CandidateTest[];
  finished: number;
  total: number;
  /** why it takes longer, when that is our fault */
  delayed: string | null;
  submission: Submission | null;
}

export const BUILD_LOG_SHOWN = 64 * 1024;

export const waiting: Progress = {
  phase: 'sent',
  ahead: 0,
  imageLine: '',
  buildLog: '',
  tests: [],
  finished: 0,
  total: 0,
  delayed: null,
  submission: null,
};

export type ProgressAction = { kind: 'opened' } | { kind: 'event'; event: ServerEvent };

/** One step. An event that is unknown or damaged changes nothing: the verdict comes with `done` or by asking again. */
export function advance(progress: Progress, action: ProgressAction): Progress {
  if (progress.phase === 'done') {
    return progress;
  }
  if (action.kind === 'opened') {
    return waiting;
  }
  const data = objectIn(action.event.data);
  if (!data) {
    return progress;
  }
  switch (action.event.event) {
    case 'queued':
      return {
        ...waiting,
        phase: 'queued',
        ahead: numberIn(data, 'ahead'),
        delayed: progress.delayed,
      };
    case 'image':
      return { ...progress, phase: 'image', imageLine: stringIn(data, 'line') };
    case 'building':
      return {
        ...progress,
        phase: 'building',
        buildLog: '',
        tests: [],
        finished: 0,
        total: 0,
        delayed: null,
      };
    case 'buildOutput':
      return {
        ...progress,
        phase: 'building',
        buildLog: tail(progress.buildLog + stringIn(data, 'text')),
      };
    case 'starting':
      return { ...progress, phase: 'starting' };
    case 'examining':
      return {
        ...progress,
        phase: 'examining',
        tests: [],
        finished: 0,
        total: numberIn(data, 'tests'),
      };
    case 'test':
      return {
        ...progress,
        phase: 'examining',
        tests: withTest(progress.tests, data as unknown as CandidateTest),
      };
    case 'progress':
      return {
        ...progress,
        phase: 'examining',
        finished: numberIn(data, 'finished'),
        total: numberIn(data, 'total'),
      };
    case 'delayed':
      return { ...waiting, phase: 'queued', delayed: stringIn(data, 'message') };
    case 'done':
      return {
        ...progress,
        phase: 'done',
        delayed: null,
        submission: data as unknown as Submission,
      };
    default:
      return progress;
  }
}

function withTest(tests: CandidateTest[], test: CandidateTest): CandidateTest[] {
  return typeof test.name === 'string'
    ? [...tests.filter((other) => other.name !== test.name), test]
    : tests;
}

function tail(log: string): string {
  return log.length > BUILD_LOG_SHOWN ? log.slice(-BUILD_LOG_SHOWN) : log;
}

function objectIn(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function numberIn(data: Record<string, unknown>, key: string): number {
  return typeof data[key] === 'number' ? data[key] : 0;
}

function stringIn(data: Record<string, unknown>, key: string): string {
  return typeof data[key] === 'string' ? data[key] : '';
}
