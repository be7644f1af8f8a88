import { java } from '@codemirror/lang-java';
import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { markdown } from '@codemirror/lang-markdown';
import { python } from '@codemirror/lang-python';
import type { Extension } from '@codemirror/state';

/** The highlighting for a file, by how its name ends; none for what we do not know. */
export function languageFor(path: string): Extension[] {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
  switch (ending) {
    case 'java':
      return [java()];
    case 'js':
    case 'mjs':
    case 'cjs':
      return [javascript()];
    case 'ts':
      return [javascript({ typescript: true })];
    case 'json':
      return [json()];
    case 'md':
      return [markdown()];
    case 'py':
      return [python()];
    default:
      return [];
  }
}

/** What to call an environment on screen. */
export function environmentName(environment: string): string {
  const names: Record<string, string> = {
    java: 'Java',
    python: 'Python',
    node: 'Node.js',
    go: 'Go',
    php: 'PHP',
    ruby: 'Ruby',
  };
  return names[environment] ?? environment;
}
