import { describe, expect, it } from 'vitest';
import { problemWithPath, treeOf } from './paths';

describe('file names', () => {
  it.each(['Main.java', 'links/Store.java', 'a/b/c/d.txt', '.env', '@types+x-1_.py', 'x..y'])(
    'takes %s',
    (path) => {
      expect(problemWithPath(path, ['Other.java'])).toBeNull();
    },
  );

  it.each([
    '',
    '/etc/passwd',
    '../up.java',
    'a/../b',
    './a',
    'a/.',
    'a//b',
    'a/',
    'with space',
    'größe.txt',
    'back\\slash',
    'x'.repeat(201),
  ])('refuses "%s"', (path) => {
    expect(problemWithPath(path, [])).not.toBeNull();
  });

  it('refuses a second file of the same name and a file that is a folder', () => {
    const existing = ['Main.java', 'links/Store.java'];
    expect(problemWithPath('Main.java', existing)).toContain('exists already');
    expect(problemWithPath('links', existing)).toContain('folder');
    expect(problemWithPath('Main.java/x', existing)).toContain('is a file');
  });

  it('refuses more files than a submission may have', () => {
    const existing = Array.from({ length: 200 }, (_, index) => `f${index}`);
    expect(problemWithPath('one-more', existing)).toContain('at most 200');
  });
});

it('shows folders before files, each once', () => {
  expect(
    treeOf(['b.js', 'lib/z.js', 'a.js', 'lib/deep/x.js']).map(
      ({ name, depth }) => `${depth} ${name}`,
    ),
  ).toEqual(['0 lib', '1 deep', '2 x.js', '1 z.js', '0 a.js', '0 b.js']);
});
