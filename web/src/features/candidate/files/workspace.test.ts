import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Edit, SendOutcome } from '../saving/outbox';
import { LocalWorkspace } from './workspace';

let sent: Edit[];
let ids = 0;

function open(
  files: Record<string, string>,
  send?: (edit: Edit) => Promise<SendOutcome>,
): LocalWorkspace {
  return new LocalWorkspace({
    attemptId: 'attempt',
    itemId: 'item',
    workspace: {
      environment: 'java',
      revision: 4,
      files: Object.entries(files).map(([path, text]) => ({ path, text })),
    },
    send:
      send ??
      ((edit) => {
        sent.push(edit);
        return Promise.resolve({
          kind: 'receipt',
          receipt: { revision: 4 + sent.length, path: edit.path, hash: '', at: 't' },
        });
      }),
    storage: localStorage,
    newId: () => `edit-${++ids}`,
  });
}

beforeEach(() => {
  sent = [];
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe('the workspace', () => {
  it('shows what was typed before a crash over what the server has', () => {
    const before = open(
      { 'Main.java': 'server', 'Old.java': 'old' },
      () => new Promise(() => undefined),
    );
    before.change('Main.java', 'typed');
    before.remove('Old.java');
    before.outbox.close();

    const after = open({ 'Main.java': 'server', 'Old.java': 'old' });
    expect([...after.files()]).toEqual([['Main.java', 'typed']]);
    expect(after.restored).toEqual(['Main.java', 'Old.java']);
  });

  it('never changes what the person sees when a receipt arrives', async () => {
    const workspace = open({ 'Main.java': '' });
    const shown: (string | undefined)[] = [];
    workspace.subscribe(() => shown.push(workspace.files().get('Main.java')));
    workspace.change('Main.java', 'a');
    await vi.advanceTimersByTimeAsync(400);
    workspace.change('Main.java', 'ab');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent.map((edit) => edit.text)).toEqual(['a', 'ab']);
    expect(shown).toEqual(['a', 'ab']);
    expect(workspace.generation()).toBe(0);
  });

  it('sends the new name before it deletes the old one', async () => {
    const workspace = open({ 'Main.java': 'text' });
    workspace.rename('Main.java', 'App.java');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent.map(({ path, text }) => [path, text])).toEqual([
      ['App.java', 'text'],
      ['Main.java', null],
    ]);
    expect([...workspace.files().keys()]).toEqual(['App.java']);
  });

  it('does not send what did not change', async () => {
    const workspace = open({ 'Main.java': 'text' });
    workspace.change('Main.java', 'text');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([]);
  });

  it('shows the other text when the person takes it', () => {
    const workspace = open({ 'Main.java': 'text' });
    workspace.change('Main.java', 'mine');
    workspace.takeTheirs('Main.java', 'theirs', 9);
    expect(workspace.files().get('Main.java')).toBe('theirs');
    expect(workspace.generation()).toBe(1);
    expect(workspace.outbox.state()).toMatchObject({ kind: 'saved', revision: 9 });
  });
});
