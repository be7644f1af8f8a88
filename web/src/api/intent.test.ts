import { describe, expect, it } from 'vitest';
import { Intent } from './intent';

describe('the key of an intent', () => {
  it('stays for the same request and is new for another or after success', () => {
    const intent = new Intent();
    const first = intent.keyFor({ title: 'a' });
    expect(intent.keyFor({ title: 'a' })).toBe(first);
    expect(intent.keyFor({ title: 'b' })).not.toBe(first);
    const second = intent.keyFor({ title: 'b' });
    intent.fulfilled();
    expect(intent.keyFor({ title: 'b' })).not.toBe(second);
  });
});
