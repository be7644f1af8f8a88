import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours come from variables, so that one theme serves light and dark without rebuilding the editor. */
const look = EditorView.theme({
  '&': {
    backgroundColor: 'var(--assay-surface)',
    color: 'var(--mantine-color-text)',
    fontSize: '0.84375rem',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': { caretColor: 'var(--mantine-color-text)', padding: '8px 0' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.6' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection':
    { backgroundColor: 'light-dark(#c9e6ea, #1f4a52)' },
  '.cm-gutters': {
    backgroundColor: 'var(--assay-surface)',
    color: 'light-dark(#66727a, #8a969d)',
    border: 'none',
    paddingLeft: '6px',
  },
  '.cm-activeLine': { backgroundColor: 'light-dark(#1275830a, #349fae12)' },
  '.cm-activeLineGutter': {
    backgroundColor: 'light-dark(#1275830a, #349fae12)',
    color: 'var(--mantine-color-text)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'light-dark(#aadde3, #0d606c)',
    outline: 'none',
  },
  '.cm-panels': { backgroundColor: 'var(--assay-sunken)', color: 'var(--mantine-color-text)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--assay-surface)',
    border: '1px solid var(--assay-line)',
    borderRadius: '6px',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--mantine-primary-color-filled)',
    color: '#fff',
  },
});

const highlight = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.modifier, tags.controlKeyword, tags.processingInstruction],
    color: 'light-dark(#8a3a9c, #d3a1e2)',
  },
  { tag: [tags.string, tags.special(tags.string)], color: 'light-dark(#2a7a3b, #97cf9f)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'light-dark(#a4540c, #e5ae74)' },
  {
    tag: [tags.comment, tags.docComment],
    color: 'light-dark(#5f6c74, #94a0a7)',
    fontStyle: 'italic',
  },
  { tag: [tags.typeName, tags.className, tags.tagName], color: 'light-dark(#0d606c, #7ccad4)' },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))],
    color: 'light-dark(#2351a8, #9dbcf3)',
  },
  { tag: [tags.propertyName, tags.attributeName], color: 'light-dark(#2f5b86, #a7c7e6)' },
  { tag: tags.annotation, color: 'light-dark(#85690a, #d9c36b)' },
  { tag: tags.heading, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.link, color: 'light-dark(#0d606c, #7ccad4)' },
  { tag: tags.invalid, color: 'light-dark(#c92a2a, #ff8787)' },
]);

export const codeTheme: Extension = [look, syntaxHighlighting(highlight)];
