const NAMES: Record<string, string> = {
  java: 'Java',
  python: 'Python',
  node: 'Node.js',
  go: 'Go',
  php: 'PHP',
  ruby: 'Ruby',
  sql: 'SQL',
};

/** What to call an environment on screen. */
export function environmentName(environment: string): string {
  return NAMES[environment] ?? environment;
}
