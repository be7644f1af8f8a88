import { ensureSyntaxTree, highlightingFor } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { highlightTree, tags, type Tag } from '@lezer/highlight';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { highlighting, indentFor } from './languages';
import { codeTheme } from './theme';

let editor: EditorView | undefined;

function open(path: string, text: string): EditorView {
  const extensions = [codeTheme, highlighting(path)];
  editor = new EditorView({ state: EditorState.create({ doc: text, extensions }) });
  return editor;
}

afterEach(() => editor?.destroy());

/** The pieces of the text that the editor shows in the colour of the tag. */
function coloured({ state }: EditorView, tag: Tag): string[] {
  const tree = ensureSyntaxTree(state, state.doc.length, 10_000);
  const wanted = highlightingFor(state, [tag]);
  const pieces: string[] = [];
  if (tree !== null) {
    highlightTree(tree, { style: (found) => highlightingFor(state, found) }, (from, to, style) => {
      if (style === wanted) {
        pieces.push(state.sliceDoc(from, to));
      }
    });
  }
  return pieces;
}

describe('highlighting', () => {
  it.each([
    ['Main.java', 'class Main { String a = "text"; } // said', 'class', '"text"', '// said'],
    ['main.py', 'def a(): return "text" # said', 'def', '"text"', '# said'],
    ['main.js', 'const a = "text"; // said', 'const', '"text"', '// said'],
    ['web/server.mjs', 'export default "text"; // said', 'export', '"text"', '// said'],
    ['main.go', 'func main() { a := "text" } // said', 'func', '"text"', '// said'],
    ['index.php', '<?php function a() { return "text"; } // said', 'function', '"text"', '// said'],
    ['main.rb', 'def a; "text"; end # said', 'def', '"text"', '# said'],
    ['config.ru', 'require "text" # said\nclass A; end', 'class', '"text"', '# said'],
    ['migrations/01.SQL', "SELECT 'text' -- said", 'SELECT', "'text'", '-- said'],
  ])('colours %s', async (path, text, keyword, string, comment) => {
    const view = open(path, text);
    await vi.waitFor(() => expect(coloured(view, tags.keyword)).toContain(keyword), 10_000);
    expect(coloured(view, tags.string).join('')).toBe(string);
    expect(coloured(view, tags.comment).join('')).toBe(comment);
  });

  it('knows the words of PostgreSQL', async () => {
    const view = open('a.sql', 'create index concurrently');
    await vi.waitFor(() => expect(coloured(view, tags.keyword)).toContain('concurrently'), 10_000);
  });

  it('colours at once what is shown again, and other files of the language', async () => {
    const first = open('a.go', 'func main() {}');
    await vi.waitFor(() => expect(coloured(first, tags.keyword)).toContain('func'), 10_000);
    first.destroy();

    editor = new EditorView({ state: first.state });
    expect(coloured(editor, tags.keyword)).toContain('func');
    expect(coloured(open('b.go', 'func b() {}'), tags.keyword)).toContain('func');
  });

  it('leaves other files as they are', () => {
    expect(highlighting('Dockerfile')).toEqual([]);
    expect(highlighting('notes.go/readme')).toEqual([]);
  });
});

it('indents as is usual in the language', () => {
  expect(['Main.java', 'a.py', 'a.php'].map(indentFor)).toEqual(Array(3).fill('    '));
  expect(['a.rb', 'a.sql', 'a.js', 'a.ts', 'a.txt'].map(indentFor)).toEqual(Array(5).fill('  '));
  expect(indentFor('links.go')).toBe('\t');
});
