import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leftovers, storedEdits, type KeptText } from './kept';
import { NotSaved, Outbox, type Edit, type SendOutcome } from './outbox';

const SCOPE = 'attempt/item/java';

/** A server that keeps its edits, answers a repeated id with the same receipt and can be told to misbehave. */
class FakeServer {
  readonly received: Edit[] = [];
  readonly files = new Map<string, { text: string | null; revision: number }>();
  revision = 0;
  answer: ((edit: Edit) => SendOutcome | undefined) | undefined;
  #receipts = new Map<string, SendOutcome>();
  #held: (() => void)[] | undefined;

  send = async (edit: Edit): Promise<SendOutcome> => {
    this.received.push(edit);
    if (this.#held) {
      await new Promise<void>((resolve) => this.#held?.push(resolve));
    }
    return this.answer?.(edit) ?? this.store(edit);
  };

  store(edit: Edit): SendOutcome {
    const known = this.#receipts.get(edit.editId);
    if (known) {
      return known;
    }
    if ((this.files.get(edit.path)?.revision ?? 0) > edit.baseRevision) {
      return { kind: 'conflict', currentRevision: this.revision };
    }
    this.revision += 1;
    this.files.set(edit.path, { text: edit.text, revision: this.revision });
    const receipt: SendOutcome = {
      kind: 'receipt',
      receipt: {
        revision: this.revision,
        path: edit.path,
        hash: `hash of ${edit.text}`,
        at: `t${this.revision}`,
      },
    };
    this.#receipts.set(edit.editId, receipt);
    return receipt;
  }

  hold(): void {
    this.#held = [];
  }

  release(): void {
    this.#held?.forEach((resolve) => resolve());
    this.#held = undefined;
  }

  texts(): (string | null)[] {
    return this.received.map((edit) => edit.text);
  }
}

function memory(): KeptText {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

let server: FakeServer;
let storage: KeptText;
let ids: number;

function open(revision = 0): Outbox {
  return new Outbox({
    scope: SCOPE,
    revision,
    paths: ['Main.java', 'Other.java', 'Old.java'],
    send: server.send,
    storage,
    newId: () => `edit-${++ids}`,
    hashOf: (text) => Promise.resolve(`hash of ${text}`),
  });
}

const pass = (millis: number) => vi.advanceTimersByTimeAsync(millis);

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  storage = memory();
  ids = 0;
});

afterEach(() => {
  vi.useRealTimers();
});

describe('sending', () => {
  it('waits for a pause and sends only the newest text', async () => {
    const outbox = open();
    outbox.put('Main.java', 'a');
    await pass(300);
    outbox.put('Main.java', 'ab');
    await pass(399);
    expect(server.received).toEqual([]);
    await pass(1);
    expect(server.texts()).toEqual(['ab']);
    expect(outbox.state()).toEqual({ kind: 'saved', revision: 1, at: 't1' });
  });

  it('does not wait for ever while somebody types without a pause', async () => {
    const outbox = open();
    for (let keystroke = 0; keystroke < 25; keystroke++) {
      outbox.put('Main.java', 'x'.repeat(keystroke));
      await pass(100);
    }
    expect(server.received.length).toBeGreaterThan(0);
  });

  it('sends one edit at a time and what was typed meanwhile after the receipt, based on it', async () => {
    const outbox = open();
    server.hold();
    outbox.put('Main.java', 'first');
    await pass(400);
    outbox.put('Main.java', 'second');
    await pass(5_000);
    expect(server.texts()).toEqual(['first']);
    expect(outbox.state().kind).toBe('saving');
    server.release();
    await pass(1_000);
    expect(server.received.map(({ text, baseRevision }) => ({ text, baseRevision }))).toEqual([
      { text: 'first', baseRevision: 0 },
      { text: 'second', baseRevision: 1 },
    ]);
    expect(new Set(server.received.map((edit) => edit.editId)).size).toBe(2);
  });

  it('keeps the order over paths, so that a rename never loses the text', async () => {
    const outbox = open();
    outbox.put('Links.java', 'text');
    outbox.put('Old.java', null);
    await pass(1_000);
    expect(server.received.map((edit) => edit.path)).toEqual(['Links.java', 'Old.java']);
  });

  it('does not mention a file that was added and deleted again at once', async () => {
    const outbox = open();
    outbox.put('Brief.java', '');
    outbox.put('Brief.java', null);
    await pass(1_000);
    expect(server.received).toEqual([]);
    expect(outbox.state().kind).toBe('saved');
    expect(storage.length).toBe(0);
  });

  it('deletes a new file that may have reached the server already', async () => {
    const outbox = open();
    server.hold();
    outbox.put('New.java', 'a');
    await pass(400);
    outbox.put('New.java', null);
    server.release();
    await pass(1_000);
    expect(server.texts()).toEqual(['a', null]);
  });

  it('never says saved before the receipt', async () => {
    const outbox = open(7);
    expect(outbox.state()).toEqual({ kind: 'saved', revision: 7, at: null });
    const seen: string[] = [];
    outbox.subscribe(() => seen.push(`${outbox.state().kind}:${server.revision}`));
    server.revision = 7;
    server.hold();
    outbox.put('Main.java', 'a');
    await pass(5_000);
    expect(seen.every((state) => state === 'saving:7')).toBe(true);
    server.release();
    await pass(0);
    expect(outbox.state()).toEqual({ kind: 'saved', revision: 8, at: 't8' });
  });

  it('does not call a receipt for another text saved', async () => {
    const outbox = open();
    server.answer = (edit) => ({
      kind: 'receipt',
      receipt: { revision: 1, path: edit.path, hash: 'hash of something else', at: 't' },
    });
    outbox.put('Main.java', 'a');
    await pass(400);
    expect(outbox.state()).toMatchObject({ kind: 'refused', path: 'Main.java' });
    expect(outbox.unsaved().get('Main.java')).toBe('a');
  });
});

describe('when the server cannot be reached', () => {
  it('repeats the same edit with the same id until its receipt arrives', async () => {
    const outbox = open();
    server.answer = () => ({ kind: 'unreachable', message: 'offline' });
    outbox.put('Main.java', 'a');
    await pass(400);
    expect(outbox.state()).toEqual({ kind: 'retrying', reason: 'offline' });
    await pass(10_000);
    server.answer = undefined;
    await pass(15_000);
    expect(outbox.state().kind).toBe('saved');
    expect(server.received.length).toBeGreaterThan(2);
    expect(new Set(server.received.map((edit) => edit.editId)).size).toBe(1);
    expect(server.revision).toBe(1);
  });

  it('does not conflict with itself when the receipt was lost and the person typed on', async () => {
    const outbox = open();
    server.answer = (edit) => {
      server.store(edit);
      return { kind: 'unreachable', message: 'the answer was lost' };
    };
    outbox.put('Main.java', 'a');
    await pass(400);
    outbox.put('Main.java', 'ab');
    server.answer = undefined;
    await pass(20_000);
    expect(outbox.state().kind).toBe('saved');
    expect(server.files.get('Main.java')?.text).toBe('ab');
  });

  it('waits longer between tries, and sends at once when the connection is back', async () => {
    const outbox = open();
    server.answer = () => ({ kind: 'unreachable', message: 'offline' });
    outbox.put('Main.java', 'a');
    await pass(60_000);
    expect(server.received.length).toBeLessThan(9);
    server.answer = undefined;
    outbox.retryNow();
    await pass(0);
    expect(outbox.state().kind).toBe('saved');
  });
});

describe('after a reload or a crash', () => {
  it('finds the unsaved text and sends it', async () => {
    server.answer = () => ({ kind: 'unreachable', message: 'offline' });
    const before = open();
    before.put('Main.java', 'typed');
    await pass(400);
    before.put('Main.java', 'typed more');
    before.close();

    server.answer = undefined;
    const after = open();
    expect(after.unsaved().get('Main.java')).toBe('typed more');
    expect(after.state().kind).toBe('saving');
    await pass(1_000);
    expect(after.state().kind).toBe('saved');
    expect(server.files.get('Main.java')?.text).toBe('typed more');
    expect(storage.length).toBe(0);
  });

  it('sends an edit again under its id when the crash came before the receipt', async () => {
    const before = open();
    server.answer = (edit) => {
      server.store(edit);
      return { kind: 'unreachable', message: 'crashed' };
    };
    before.put('Main.java', 'typed');
    await pass(400);
    before.close();

    server.answer = undefined;
    const after = open(1);
    await pass(1_000);
    expect(after.state()).toEqual({ kind: 'saved', revision: 1, at: 't1' });
  });

  it('drops what the server already has', () => {
    const before = open();
    before.put('Main.java', 'same');
    before.close();
    const after = open();
    after.dropWhatServerHas(new Map([['Main.java', 'same']]));
    expect(after.state().kind).toBe('saved');
    expect(storedEdits(storage, SCOPE)).toEqual([]);
  });

  it('keeps edits of other environments apart', () => {
    open().put('Main.java', 'java text');
    const python = new Outbox({
      scope: 'attempt/item/python',
      revision: 0,
      paths: [],
      send: server.send,
      storage,
      newId: () => 'p',
    });
    expect(python.unsaved().size).toBe(0);
  });
});

describe('a second tab', () => {
  it('reports the conflict, keeps both texts and sends mine on request', async () => {
    const outbox = open();
    server.revision = 3;
    server.files.set('Main.java', { text: 'theirs', revision: 3 });
    outbox.put('Main.java', 'mine');
    outbox.put('Other.java', 'no conflict');
    await pass(1_000);
    expect(outbox.state()).toEqual({ kind: 'conflict', paths: ['Main.java'] });
    expect(outbox.unsaved().get('Main.java')).toBe('mine');
    expect(server.files.get('Main.java')?.text).toBe('theirs');
    expect(server.files.get('Other.java')?.text).toBe('no conflict');

    outbox.keepMine('Main.java', server.revision);
    await pass(1_000);
    expect(outbox.state().kind).toBe('saved');
    expect(server.files.get('Main.java')?.text).toBe('mine');
  });

  it('takes theirs and goes on from there', async () => {
    const outbox = open();
    server.revision = 3;
    server.files.set('Main.java', { text: 'theirs', revision: 3 });
    outbox.put('Main.java', 'mine');
    await pass(1_000);
    outbox.takeTheirs('Main.java', 3);
    expect(outbox.state()).toMatchObject({ kind: 'saved', revision: 3 });
    expect(storage.length).toBe(0);
    outbox.put('Main.java', 'theirs, and more');
    await pass(1_000);
    expect(server.files.get('Main.java')?.text).toBe('theirs, and more');
  });
});

describe('the end', () => {
  it('stops sending and keeps the text to copy', async () => {
    const outbox = open();
    server.answer = () => ({ kind: 'over' });
    outbox.put('Main.java', 'too late');
    await pass(60_000);
    expect(outbox.state()).toEqual({ kind: 'over', unsaved: ['Main.java'] });
    expect(server.received).toHaveLength(1);
    outbox.put('Main.java', 'even later');
    await pass(60_000);
    expect(server.received).toHaveLength(1);
    expect(leftovers(storage, 'attempt')).toEqual([
      { itemId: 'item', path: 'Main.java', text: 'even later' },
    ]);
  });

  it('keeps the text when the sign-in has run out', async () => {
    const outbox = open();
    server.answer = () => ({ kind: 'signedOut' });
    outbox.put('Main.java', 'a');
    await pass(60_000);
    expect(outbox.state()).toEqual({ kind: 'signedOut' });
    expect(storedEdits(storage, SCOPE)).toHaveLength(1);
  });
});

describe('a refused edit', () => {
  it('says which file and why, lets others through and is replaced by the next change', async () => {
    const outbox = open();
    server.answer = (edit) =>
      (edit.text?.length ?? 0) > 5 ? { kind: 'refused', message: 'it is too large' } : undefined;
    outbox.put('Main.java', 'far too large');
    outbox.put('Other.java', 'ok');
    await pass(1_000);
    expect(outbox.state()).toEqual({
      kind: 'refused',
      path: 'Main.java',
      message: 'it is too large',
    });
    expect(server.files.get('Other.java')?.text).toBe('ok');
    outbox.put('Main.java', 'fits');
    await pass(1_000);
    expect(outbox.state().kind).toBe('saved');
  });
});

describe('flush', () => {
  it('sends at once and resolves with the last receipt', async () => {
    const outbox = open();
    outbox.put('Main.java', 'a');
    const flushed = vi.fn();
    void outbox.flush().then(flushed);
    await pass(1);
    expect(flushed).toHaveBeenCalled();
    expect(server.texts()).toEqual(['a']);
  });

  it('rejects instead of pretending when the server stays away', async () => {
    const outbox = open();
    server.answer = () => ({ kind: 'unreachable', message: 'offline' });
    outbox.put('Main.java', 'a');
    const failure = outbox.flush(3_000).catch((error: unknown) => error);
    await pass(3_000);
    expect(await failure).toBeInstanceOf(NotSaved);
  });

  it('rejects on a conflict', async () => {
    const outbox = open();
    server.files.set('Main.java', { text: 'theirs', revision: 3 });
    outbox.put('Main.java', 'mine');
    const failure = outbox.flush().catch((error: unknown) => error);
    await pass(1);
    expect(String(await failure)).toContain('another tab');
  });
});

it('goes on without storage and says so', async () => {
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const outbox = open();
  outbox.put('Main.java', 'a');
  expect(outbox.storageFull()).toBe(true);
  await pass(1_000);
  expect(outbox.state().kind).toBe('saved');
});
