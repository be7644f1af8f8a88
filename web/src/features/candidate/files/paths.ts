/** The server's rules for file names, so that a person learns of a mistake while typing it. */

export const MAX_FILES = 200;
export const MAX_BYTES = 1024 * 1024;
export const MAX_PATH_LENGTH = 200;

const PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\w.@+-]+(?:\/[\w.@+-]+)*$/;

/** What is wrong with a name for a new file among those that exist; null when nothing is. */
export function problemWithPath(path: string, existing: Iterable<string>): string | null {
  const others = [...existing];
  if (path === '') {
    return 'Enter a name, for example links/Store.java.';
  } else if (path.length > MAX_PATH_LENGTH) {
    return `The name has ${path.length} characters; at most ${MAX_PATH_LENGTH} are allowed.`;
  } else if (!PATH.test(path)) {
    return 'Use letters (a–z), digits and . _ - + @, with folders separated by /, and no . or .. folder.';
  } else if (others.includes(path)) {
    return `${path} exists already.`;
  } else if (others.length >= MAX_FILES) {
    return `There are ${others.length} files; at most ${MAX_FILES} are allowed.`;
  }
  const below = others.find((other) => other.startsWith(`${path}/`));
  if (below) {
    return `${path} is a folder already (it has ${below}).`;
  }
  const above = others.find((other) => path.startsWith(`${other}/`));
  return above ? `${above} is a file, so nothing can be put below it.` : null;
}

export interface TreeRow {
  kind: 'folder' | 'file';
  path: string;
  name: string;
  depth: number;
}

/** Files and their folders in the order of a file tree: folders first, then files, each by name. */
export function treeOf(paths: Iterable<string>): TreeRow[] {
  return rowsBelow('', [...paths], 0);
}

function rowsBelow(prefix: string, paths: string[], depth: number): TreeRow[] {
  const folders = new Map<string, string[]>();
  const files: string[] = [];
  for (const path of paths) {
    const rest = path.slice(prefix.length);
    const slash = rest.indexOf('/');
    if (slash < 0) {
      files.push(path);
    } else {
      const folder = rest.slice(0, slash);
      folders.set(folder, [...(folders.get(folder) ?? []), path]);
    }
  }
  const byName = (a: string, b: string) => a.localeCompare(b, 'en');
  return [
    ...[...folders.keys()]
      .sort(byName)
      .flatMap((name): TreeRow[] => [
        { kind: 'folder', path: prefix + name, name, depth },
        ...rowsBelow(`${prefix}${name}/`, folders.get(name) ?? [], depth + 1),
      ]),
    ...files
      .sort(byName)
      .map((path): TreeRow => ({ kind: 'file', path, name: path.slice(prefix.length), depth })),
  ];
}
