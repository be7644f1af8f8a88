/**
 * The server's time, told by the browser's monotonic clock. The local date is never read, so a wrong clock, a
 * time zone or a change of either moves nothing.
 */

export interface ClockSample {
  /** the server's time in its answer, in epoch millis */
  serverMillis: number;
  /** performance.now() when the question was sent and when its answer arrived */
  sentAt: number;
  receivedAt: number;
}

export class ServerClock {
  #offset = 0;
  #uncertainty = Number.POSITIVE_INFINITY;

  /**
   * Takes a sample when it is at least as exact as what is known, or when it contradicts it: a laptop that slept
   * may have stopped its monotonic clock.
   */
  learn({ serverMillis, sentAt, receivedAt }: ClockSample): void {
    const uncertainty = Math.max(0, receivedAt - sentAt) / 2;
    const offset = serverMillis - (sentAt + receivedAt) / 2;
    const contradicts = Math.abs(offset - this.#offset) > uncertainty + this.#uncertainty + 1;
    if (uncertainty <= this.#uncertainty || contradicts) {
      this.#offset = offset;
      this.#uncertainty = uncertainty;
    }
  }

  known(): boolean {
    return Number.isFinite(this.#uncertainty);
  }

  /** The server's epoch millis at a reading of performance.now(). */
  at(monotonicMillis: number): number {
    return monotonicMillis + this.#offset;
  }
}

export type Urgency = 'calm' | 'soon' | 'last' | 'over';

const TEN_MINUTES = 600_000;
const TWO_MINUTES = 120_000;

/** How near the deadline is. `over` only means that the server must be asked: the server ends an attempt. */
export function urgencyOf(remainingMillis: number): Urgency {
  if (remainingMillis <= 0) {
    return 'over';
  } else if (remainingMillis <= TWO_MINUTES) {
    return 'last';
  }
  return remainingMillis <= TEN_MINUTES ? 'soon' : 'calm';
}

/** What to announce when the urgency grows from one reading to the next; nothing when it does not. */
export function warningFor(before: Urgency | null, now: Urgency): string | null {
  if (before === now) {
    return null;
  }
  switch (now) {
    case 'calm':
      return null;
    case 'soon':
      return 'Ten minutes left. What you have typed is handed in automatically at the end.';
    case 'last':
      return 'Two minutes left. What you have typed is handed in automatically at the end.';
    case 'over':
      return 'Time is up. Your work is being handed in.';
  }
}

/** 1:02:09 or 12:09, rounded up so that 0:00 is shown only when nothing is left. */
export function formatRemaining(remainingMillis: number): string {
  const seconds = Math.max(0, Math.ceil(remainingMillis / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}
