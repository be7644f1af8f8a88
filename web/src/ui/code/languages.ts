import { LanguageDescription, LanguageSupport, StreamLanguage } from '@codemirror/language';
import { Compartment, type Extension } from '@codemirror/state';
import { ViewPlugin } from '@codemirror/view';

/** Each is fetched when a file of it is first shown. */
const LANGUAGES = [
  language('Java', ['java'], () => import('@codemirror/lang-java').then(({ java }) => java())),
  language('JavaScript', ['js', 'mjs', 'cjs'], () =>
    import('@codemirror/lang-javascript').then(({ javascript }) => javascript()),
  ),
  language('TypeScript', ['ts'], () =>
    import('@codemirror/lang-javascript').then(({ javascript }) =>
      javascript({ typescript: true }),
    ),
  ),
  language('JSON', ['json'], () => import('@codemirror/lang-json').then(({ json }) => json())),
  language('Markdown', ['md'], () =>
    import('@codemirror/lang-markdown').then(({ markdown }) => markdown()),
  ),
  language('Python', ['py'], () =>
    import('@codemirror/lang-python').then(({ python }) => python()),
  ),
  language('Go', ['go'], () => import('@codemirror/lang-go').then(({ go }) => go())),
  language('PHP', ['php'], () => import('@codemirror/lang-php').then(({ php }) => php())),
  language('Ruby', ['rb', 'ru', 'rake'], () =>
    import('@codemirror/legacy-modes/mode/ruby').then(
      ({ ruby }) => new LanguageSupport(StreamLanguage.define(ruby)),
    ),
  ),
  language('SQL', ['sql'], () =>
    import('@codemirror/lang-sql').then(({ sql, PostgreSQL }) => sql({ dialect: PostgreSQL })),
  ),
];

function language(name: string, extensions: string[], load: () => Promise<LanguageSupport>) {
  return LanguageDescription.of({ name, extensions, load });
}

/** The highlighting for a file, by how its name ends; none for what we do not know. It comes when it has been fetched. */
export function highlighting(path: string): Extension {
  const found = LanguageDescription.matchFilename(LANGUAGES, path.toLowerCase());
  if (found === null) {
    return [];
  }
  const place = new Compartment();
  const arrival = ViewPlugin.define((view) => {
    let gone = false;
    found.load().then(
      (support) => {
        if (!gone && place.get(view.state) !== support) {
          view.dispatch({ effects: place.reconfigure(support) });
        }
      },
      // Then the text stays without colours.
      () => undefined,
    );
    return {
      destroy() {
        gone = true;
      },
    };
  });
  return [place.of(found.support ?? []), arrival];
}

/** What the tab key indents a line by, as is usual for the file's language. */
export function indentFor(path: string): string {
  switch (/\.([^./]+)$/.exec(path)?.[1]?.toLowerCase()) {
    case 'java':
    case 'py':
    case 'php':
      return '    ';
    case 'go':
      return '\t';
    default:
      return '  ';
  }
}
