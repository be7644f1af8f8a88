import { describe, expect, it } from 'vitest';
import { EventParser } from './events';

const STREAM = 'event: queued\r\ndata: {"ahead":1}\r\n\r\n: heartbeat\n\ndata: a\ndata: b\n\n';

describe('the event stream', () => {
  it('reads the same wherever it is cut', () => {
    const whole = new EventParser().push(STREAM);
    expect(whole).toEqual([
      { event: 'queued', data: '{"ahead":1}', id: null },
      { event: 'message', data: 'a\nb', id: null },
    ]);
    for (let cut = 1; cut < STREAM.length; cut++) {
      const parser = new EventParser();
      expect([...parser.push(STREAM.slice(0, cut)), ...parser.push(STREAM.slice(cut))]).toEqual(
        whole,
      );
    }
  });

  it('holds back an event whose end has not come', () => {
    const parser = new EventParser();
    expect(parser.push('event: done\ndata: {}\n')).toEqual([]);
    expect(parser.push('\n')).toHaveLength(1);
  });
});
