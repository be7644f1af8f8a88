import { describe, expect, it } from 'vitest';
import { advance, BUILD_LOG_SHOWN, waiting, type Progress } from './progress';

const event = (name: string, data: unknown) =>
  ({ kind: 'event', event: { event: name, data: JSON.stringify(data), id: null } }) as const;

function after(...events: [string, unknown][]): Progress {
  return events.reduce((progress, [name, data]) => advance(progress, event(name, data)), waiting);
}

const test = (name: string, status = 'PASSED') => ({
  name,
  title: name,
  category: 'correctness',
  status,
  message: null,
});

describe('progress', () => {
  it('follows a judgement from the queue to the verdict', () => {
    expect(after(['queued', { ahead: 2 }])).toMatchObject({ phase: 'queued', ahead: 2 });
    const examined = after(
      ['queued', { ahead: 0 }],
      ['building', {}],
      ['buildOutput', { text: 'javac\n' }],
      ['buildOutput', { text: 'done\n' }],
      ['starting', {}],
      ['examining', { tests: 2 }],
      ['test', test('A.one')],
      ['progress', { finished: 1, total: 2 }],
      ['test', test('A.two', 'FAILED')],
      ['progress', { finished: 2, total: 2 }],
    );
    expect(examined).toMatchObject({
      phase: 'examining',
      buildLog: 'javac\ndone\n',
      finished: 2,
      total: 2,
    });
    expect(examined.tests.map((line) => line.status)).toEqual(['PASSED', 'FAILED']);
    const done = advance(examined, event('done', { id: 's1', state: 'JUDGED' }));
    expect(done).toMatchObject({ phase: 'done', submission: { id: 's1' } });
  });

  it('does not show anything twice when the stream is opened again and replays', () => {
    const first = after(
      ['queued', { ahead: 0 }],
      ['building', {}],
      ['buildOutput', { text: 'javac\n' }],
    );
    const again = [
      event('queued', { ahead: 0 }),
      event('building', {}),
      event('buildOutput', { text: 'javac\n' }),
    ];
    const replayed = again.reduce(advance, advance(first, { kind: 'opened' }));
    expect(replayed).toEqual(first);
  });

  it('explains a delay and starts afresh, without the tests of the try that failed', () => {
    const delayed = after(
      ['examining', { tests: 2 }],
      ['test', test('A.one')],
      ['delayed', { message: 'The engine went away' }],
    );
    expect(delayed).toMatchObject({
      phase: 'queued',
      delayed: 'The engine went away',
      tests: [],
      finished: 0,
    });
    expect(advance(delayed, event('queued', { ahead: 0 })).delayed).toBe('The engine went away');
    expect(advance(delayed, event('building', {})).delayed).toBeNull();
  });

  it('ignores what it does not know, what is damaged, and anything after the verdict', () => {
    const started = after(['building', {}]);
    expect(advance(started, event('surprise', {}))).toBe(started);
    expect(
      advance(started, { kind: 'event', event: { event: 'test', data: '{"name":', id: null } }),
    ).toBe(started);
    const done = advance(started, event('done', { id: 's1' }));
    expect(advance(done, event('building', {}))).toBe(done);
    expect(advance(done, { kind: 'opened' })).toBe(done);
  });

  it('keeps only the end of a huge build log', () => {
    const log = after(
      ['buildOutput', { text: 'x'.repeat(BUILD_LOG_SHOWN) }],
      ['buildOutput', { text: 'the end' }],
    );
    expect(log.buildLog).toHaveLength(BUILD_LOG_SHOWN);
    expect(log.buildLog.endsWith('the end')).toBe(true);
  });
});
