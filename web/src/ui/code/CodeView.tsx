import { Tabs } from '@mantine/core';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import CodeMirror from '@uiw/react-codemirror';
import { useMemo } from 'react';
import { highlighting } from './languages';
import { codeTheme } from './theme';
import classes from './CodeView.module.css';

/** A file to read: it can be selected and searched, not changed. */
export function CodeView({ path, text }: { path: string; text: string }) {
  const extensions = useMemo(
    () => [
      codeTheme,
      highlighting(path),
      EditorState.readOnly.of(true),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': path, tabindex: '0' }),
    ],
    [path],
  );
  return (
    <CodeMirror
      value={text}
      theme="none"
      editable={false}
      extensions={extensions}
      basicSetup={{ highlightActiveLine: false, highlightActiveLineGutter: false }}
      className={classes.code}
    />
  );
}

/** Several files under tabs. */
export function FilesView({ files }: { files: readonly { path: string; text: string }[] }) {
  const first = files[0];
  if (first === undefined) {
    return null;
  }
  return (
    <Tabs defaultValue={first.path} keepMounted={false} className={classes.files}>
      <Tabs.List className={classes.tabs}>
        {files.map(({ path }) => (
          <Tabs.Tab key={path} value={path} className="mono" fz="xs">
            {path}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {files.map(({ path, text }) => (
        <Tabs.Panel key={path} value={path}>
          <CodeView path={path} text={text} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
