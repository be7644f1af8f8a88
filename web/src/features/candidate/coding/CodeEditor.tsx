import { indentWithTab } from '@codemirror/commands';
import { indentUnit } from '@codemirror/language';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { basicSetup } from '@uiw/react-codemirror';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { highlighting, indentFor } from '@/ui/code/languages';
import { codeTheme } from '@/ui/code/theme';
import type { LocalWorkspace } from '../files/workspace';
import classes from './CodeEditor.module.css';

interface CodeEditorProps {
  workspace: LocalWorkspace;
  path: string;
  label: string;
  wrap?: boolean;
  onRun?: () => void;
  onSubmit?: () => void;
}

/** Cursor, scroll position and undo history of files that are not on the screen. */
const left = new WeakMap<LocalWorkspace, Map<string, EditorState>>();

/**
 * An editor of one file. Text flows from it to the workspace only; the other way happens when another file is opened
 * or when the person takes the text of another tab.
 */
export function CodeEditor({
  workspace,
  path,
  label,
  wrap = false,
  onRun,
  onSubmit,
}: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const actions = useRef({ onRun, onSubmit });
  useEffect(() => {
    actions.current = { onRun, onSubmit };
  });
  const generation = useSyncExternalStore(workspace.subscribe, workspace.generation);

  useEffect(() => {
    if (host.current === null || path === '') {
      return;
    }
    const text = workspace.files().get(path) ?? '';
    const states = left.get(workspace) ?? new Map<string, EditorState>();
    left.set(workspace, states);
    const before = states.get(path);
    const act = (name: 'onRun' | 'onSubmit') => () => {
      actions.current[name]?.();
      return actions.current[name] !== undefined;
    };
    const extensions: Extension[] = [
      Prec.highest(
        keymap.of([
          { key: 'Mod-Enter', run: act('onRun') },
          { key: 'Mod-Shift-Enter', run: act('onSubmit') },
        ]),
      ),
      basicSetup({ autocompletion: false, foldGutter: false, searchKeymap: true }),
      keymap.of([indentWithTab]),
      codeTheme,
      highlighting(path),
      indentUnit.of(indentFor(path)),
      wrap ? EditorView.lineWrapping : [],
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) {
          workspace.change(path, update.state.doc.toString());
        }
      }),
    ];
    const editor = new EditorView({
      parent: host.current,
      state:
        before?.doc.toString() === text ? before : EditorState.create({ doc: text, extensions }),
    });
    return () => {
      states.set(path, editor.state);
      editor.destroy();
    };
  }, [workspace, path, label, wrap, generation]);

  return path === '' ? (
    <p className={classes.nothing}>There is no file. Add one to begin.</p>
  ) : (
    <div ref={host} className={classes.editor} data-testid="editor" />
  );
}
