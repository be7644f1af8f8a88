import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';

const CHALLENGE = resolve(import.meta.dirname, '../../../challenges/library/coding/url-shortener');

export type Files = Record<string, string>;

export const ENVIRONMENTS = [
  { id: 'java', name: 'Java', mutant: 'java-lost-hits' },
  { id: 'python', name: 'Python', mutant: 'python-expiry-ignored' },
  { id: 'node', name: 'Node.js', mutant: 'node-moved-permanently' },
] as const;

/** The solution that the package says is accepted. */
export function solution(environment: string): Files {
  const folder = join(CHALLENGE, 'solutions', environment);
  return Object.fromEntries(
    filesBelow(folder).map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
  );
}

interface Mutant {
  edits: { file: string; find: string; replace: string }[];
}

/** The files that a mutant changes in the solution. */
export function mutant(name: string, of: Files): Files {
  const { edits } = parse(
    readFileSync(join(CHALLENGE, 'mutants', name, 'mutant.yaml'), 'utf8'),
  ) as Mutant;
  const changed: Files = {};
  for (const { file, find, replace } of edits) {
    changed[file] = (changed[file] ?? of[file] ?? '').replace(find, () => replace);
  }
  return changed;
}

/** A file that no environment can build. */
export function broken(of: Files): Files {
  const main = Object.keys(of).find((path) => /^main\./i.test(path)) ?? '';
  return { [main]: `${of[main] ?? ''}\nthis ( does not build\n` };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}
