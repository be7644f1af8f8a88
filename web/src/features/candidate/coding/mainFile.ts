const MAIN = ['Main.java', 'main.py', 'main.js', 'main.go', 'index.php', 'main.rb'];

/** The file to open first: the one that the environment serves, else the first by name; empty when there is none. */
export function mainFileOf(paths: Iterable<string>): string {
  const all = [...paths].sort();
  return MAIN.find((path) => all.includes(path)) ?? all[0] ?? '';
}
