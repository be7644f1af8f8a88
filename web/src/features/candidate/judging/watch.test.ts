import { expect, it } from 'vitest';
import type { ServerEvent } from '@/api/events';
import type { Submission } from '@/api/types';
import type { Progress } from './progress';
import { watch, type WatchPorts } from './watch';

const event = (name: string, data: unknown): ServerEvent => ({
  event: name,
  data: JSON.stringify(data),
  id: null,
});
const submission = (state: Submission['state']) => ({ id: 's', state }) as Submission;

/** Streams to be read one after the other; a string breaks the connection at that point. */
function ports(streams: (ServerEvent | 'lost')[][], asked: (Submission | 'down')[] = []) {
  const pauses: number[] = [];
  const made: WatchPorts = {
    read: (onEvent) => {
      for (const next of streams.shift() ?? []) {
        if (next === 'lost') {
          return Promise.reject(new TypeError('network error'));
        }
        onEvent(next);
      }
      return Promise.resolve();
    },
    ask: () => {
      const answer = asked.shift() ?? submission('JUDGING');
      return answer === 'down' ? Promise.reject(new TypeError('down')) : Promise.resolve(answer);
    },
    pause: (millis) => {
      pauses.push(millis);
      return Promise.resolve();
    },
  };
  return { ...made, pauses };
}

async function follow(source: WatchPorts) {
  const seen: { progress: Progress; connected: boolean }[] = [];
  await watch(
    source,
    (progress, connected) => seen.push({ progress, connected }),
    new AbortController().signal,
  );
  return seen;
}

it('ends with the verdict', async () => {
  const seen = await follow(ports([[event('building', {}), event('done', submission('JUDGED'))]]));
  expect(seen.map(({ progress }) => progress.phase)).toEqual(['building', 'done']);
});

it('comes back after a lost connection and shows the replay once', async () => {
  const log = event('buildOutput', { text: 'javac\n' });
  const seen = await follow(
    ports([
      [event('building', {}), log, 'lost'],
      [event('building', {}), log, event('done', submission('JUDGED'))],
    ]),
  );
  expect(seen.at(-1)?.progress).toMatchObject({ phase: 'done', buildLog: 'javac\n' });
  expect(seen.filter(({ progress }) => progress.buildLog === 'javac\njavac\n')).toEqual([]);
});

it('finds a verdict that was reached while nobody listened', async () => {
  const seen = await follow(ports([['lost']], [submission('JUDGED')]));
  expect(seen.at(-1)?.progress).toMatchObject({ phase: 'done', submission: { id: 's' } });
});

it('keeps trying over a restart of the server, waits longer and says that it is cut off', async () => {
  const source = ports(
    [['lost'], ['lost'], ['lost'], [event('done', submission('JUDGED'))]],
    ['down', 'down', submission('WAITING')],
  );
  const seen = await follow(source);
  expect(seen.map(({ connected }) => connected)).toEqual([false, false, true, true]);
  expect(source.pauses).toEqual([1_000, 2_000, 4_000]);
});

it('stops when the page goes', async () => {
  const controller = new AbortController();
  const source = ports([]);
  await watch(
    {
      ...source,
      pause: () => {
        controller.abort();
        return Promise.resolve();
      },
    },
    () => undefined,
    controller.signal,
  );
  expect(controller.signal.aborted).toBe(true);
});
