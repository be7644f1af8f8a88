import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatRemaining, ServerClock, urgencyOf, warningFor } from './clock';

const NOON = Date.parse('2026-03-01T12:00:00Z');

afterEach(() => {
  vi.useRealTimers();
});

describe('the server clock', () => {
  it('runs on from the server time with the monotonic clock', () => {
    const clock = new ServerClock();
    expect(clock.known()).toBe(false);
    clock.learn({ serverMillis: NOON, sentAt: 1_000, receivedAt: 1_200 });
    expect(clock.known()).toBe(true);
    expect(clock.at(1_100)).toBe(NOON);
    expect(clock.at(61_100)).toBe(NOON + 60_000);
  });

  it('does not care when the local date jumps', () => {
    vi.useFakeTimers();
    const clock = new ServerClock();
    const started = performance.now();
    clock.learn({ serverMillis: NOON, sentAt: started, receivedAt: started });
    vi.setSystemTime(new Date('2031-01-01T00:00:00Z'));
    expect(clock.at(started + 5_000)).toBe(NOON + 5_000);
  });

  it('prefers the sample with the shorter round trip', () => {
    const clock = new ServerClock();
    clock.learn({ serverMillis: NOON, sentAt: 0, receivedAt: 20 });
    clock.learn({ serverMillis: NOON + 1_000, sentAt: 20, receivedAt: 2_000 });
    expect(clock.at(10)).toBe(NOON);
    clock.learn({ serverMillis: NOON + 3_002, sentAt: 3_008, receivedAt: 3_012 });
    expect(clock.at(10)).toBe(NOON + 2);
  });

  it('believes a contradicting sample even when it is less exact: the computer slept', () => {
    const clock = new ServerClock();
    clock.learn({ serverMillis: NOON, sentAt: 0, receivedAt: 10 });
    clock.learn({ serverMillis: NOON + 600_000, sentAt: 1_000, receivedAt: 1_400 });
    expect(clock.at(1_200)).toBe(NOON + 600_000);
  });
});

describe('warnings', () => {
  it('come once when ten and two minutes are reached, and at the end', () => {
    const said: string[] = [];
    let before: ReturnType<typeof urgencyOf> | null = null;
    for (let seconds = 700; seconds >= -5; seconds--) {
      const now = urgencyOf(seconds * 1000);
      const warning = warningFor(before, now);
      if (warning) {
        said.push(`${seconds}: ${warning.slice(0, 10)}`);
      }
      before = now;
    }
    expect(said).toEqual(['600: Ten minute', '120: Two minute', '0: Time is up']);
  });

  it('say nothing when time is added', () => {
    expect(warningFor('soon', 'calm')).toBeNull();
  });
});

it('shows the remaining time without losing the last second', () => {
  expect(formatRemaining(5_400_000)).toBe('1:30:00');
  expect(formatRemaining(599_001)).toBe('10:00');
  expect(formatRemaining(61_000)).toBe('1:01');
  expect(formatRemaining(1)).toBe('0:01');
  expect(formatRemaining(0)).toBe('0:00');
  expect(formatRemaining(-9_000)).toBe('0:00');
});
