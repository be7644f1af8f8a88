import type { ServerEvent } from '@/api/events';
import type { Submission } from '@/api/types';
import { advance, waiting, type Progress } from './progress';

export interface WatchPorts {
  /** Reads the event stream until it ends; rejects when the connection is lost. */
  read: (onEvent: (event: ServerEvent) => void, signal: AbortSignal) => Promise<void>;
  ask: () => Promise<Submission>;
  pause: (millis: number) => Promise<void>;
}

const FIRST_PAUSE_MILLIS = 1_000;
const LAST_PAUSE_MILLIS = 10_000;

/**
 * Follows a submission to its verdict over lost connections and restarts of the server. When a stream ends without
 * a verdict the submission itself is asked for, then the stream again, which replays.
 */
export async function watch(
  ports: WatchPorts,
  onProgress: (progress: Progress, connected: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  let progress = waiting;
  let pause = FIRST_PAUSE_MILLIS;
  const verdict = () => progress.phase === 'done' || signal.aborted;
  while (!verdict()) {
    let replaying = true;
    const take = (event: ServerEvent) => {
      // What is shown stays until the replay begins, so that a lost connection does not make the page jump.
      progress = replaying ? advance(progress, { kind: 'opened' }) : progress;
      replaying = false;
      pause = FIRST_PAUSE_MILLIS;
      progress = advance(progress, { kind: 'event', event });
      onProgress(progress, true);
    };
    await ports.read(take, signal).catch(() => undefined);
    if (verdict()) {
      return;
    }
    const submission = await ports.ask().catch(() => null);
    if (submission?.state === 'JUDGED') {
      progress = { ...progress, phase: 'done', delayed: null, submission };
      onProgress(progress, true);
      return;
    }
    onProgress(progress, submission !== null);
    await ports.pause(pause);
    pause = Math.min(pause * 2, LAST_PAUSE_MILLIS);
  }
}
