import { describe, expect, it } from 'vitest';
import { contentHash, hashOf } from './digest';

describe('hashes', () => {
  it('are SHA-256 over UTF-8', async () => {
    expect(await hashOf('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('of files are those of the server: lengths in bytes before each path and text, in path order', async () => {
    const files = new Map([
      ['b.txt', 'größe'],
      ['a.txt', ''],
    ]);
    expect(await contentHash(files)).toBe(await hashOf('5:a.txt0:5:b.txt7:größe'));
  });
});
