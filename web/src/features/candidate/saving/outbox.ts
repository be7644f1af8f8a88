/**
 * Carries a person's edits to the server, one at a time and in order, and keeps each one in the browser's
 * storage until its receipt arrives. An edit that may have reached the server keeps its id and its text for
 * ever, so sending it again yields the same receipt; text typed meanwhile becomes the next edit.
 */

import { forgetKept, keep, storedEdits, type KeptText, type StoredEdit } from './kept';

export interface Edit {
  editId: string;
  baseRevision: number;
  path: string;
  /** null deletes the file */
  text: string | null;
}

export interface Receipt {
  revision: number;
  path: string;
  /** null for a deleted file */
  hash: string | null;
  at: string;
}

export type SendOutcome =
  | { kind: 'receipt'; receipt: Receipt }
  | { kind: 'conflict'; currentRevision: number }
  | { kind: 'over' }
  | { kind: 'signedOut' }
  | { kind: 'refused'; message: string }
  | { kind: 'unreachable'; message: string };

export type SavingState =
  | { kind: 'saved'; revision: number; at: string | null }
  | { kind: 'saving' }
  | { kind: 'retrying'; reason: string }
  | { kind: 'conflict'; paths: string[] }
  | { kind: 'refused'; path: string; message: string }
  | { kind: 'signedOut' }
  | { kind: 'over'; unsaved: string[] };

export interface OutboxOptions {
  /** attempt, item and environment: edits are kept under this name */
  scope: string;
  revision: number;
  /** the files that the server has */
  paths: Iterable<string>;
  send: (edit: Edit) => Promise<SendOutcome>;
  storage: KeptText;
  newId: () => string;
  /** the server's hash of a text; undefined where the browser cannot compute it */
  hashOf?: ((text: string) => Promise<string>) | undefined;
}

export class NotSaved extends Error {
  override name = 'NotSaved';
}

export const DEBOUNCE_MILLIS = 400;
export const MAX_WAIT_MILLIS = 2_000;
const FIRST_RETRY_MILLIS = 1_000;
const LAST_RETRY_MILLIS = 15_000;

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #entries: StoredEdit[];
  readonly #bases = new Map<string, number>();
  readonly #onServer: Set<string>;
  readonly #conflicts = new Set<string>();
  readonly #refusals = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  #revision: number;
  #receivedAt: string | null = null;
  #inFlight: StoredEdit | null = null;
  #ended: 'over' | 'signedOut' | null = null;
  #failures = 0;
  #failure = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsentSince: number | null = null;
  #storageFull = false;
  #state: SavingState;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#revision = options.revision;
    this.#onServer = new Set(options.paths);
    this.#entries = storedEdits(options.storage, options.scope);
    for (const entry of this.#entries) {
      if (!this.#bases.has(entry.path)) {
        this.#bases.set(entry.path, entry.base);
      }
    }
    this.#state = this.#derive();
    if (this.#entries.length > 0) {
      this.#schedule(0);
    }
  }

  /** What was typed and never acknowledged, by path: the newest text of each, null for a deletion. */
  unsaved(): Map<string, string | null> {
    return new Map(this.#entries.map((entry) => [entry.path, entry.text]));
  }

  state = (): SavingState => this.#state;

  /** True when the browser refuses to keep unsent text, so that only this open page has it. */
  storageFull(): boolean {
    return this.#storageFull;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  put(path: string, text: string | null): void {
    if (this.#refusals.delete(path)) {
      this.#drop(path);
    }
    const last = this.#lastOf(path);
    if (last && !last.attempted) {
      this.#entries.splice(this.#entries.indexOf(last), 1);
      if (text === null && !this.#mayBeOnServer(path)) {
        forgetKept(this.#options.storage, this.#options.scope, last.editId);
        this.#changed();
        return;
      }
    }
    const entry: StoredEdit = {
      editId: last && !last.attempted ? last.editId : this.#options.newId(),
      path,
      text,
      order: (this.#entries.at(-1)?.order ?? 0) + 1,
      base: this.#bases.get(path) ?? this.#options.revision,
      attempted: false,
    };
    this.#entries.push(entry);
    this.#keep(entry);
    this.#scheduleTyped();
    this.#changed();
  }

  /** Drops kept edits that say what the server already has, for instance after a crash between save and receipt. */
  dropWhatServerHas(files: ReadonlyMap<string, string>): void {
    for (const [path, text] of this.unsaved()) {
      if ((files.get(path) ?? null) === text && this.#inFlight?.path !== path) {
        this.#drop(path);
        this.#bases.set(path, this.#options.revision);
      }
    }
    this.#changed();
  }

  /** Resolves when everything typed so far has its receipt; rejects with what stands in the way. */
  flush(patienceMillis = 10_000): Promise<void> {
    this.retryNow();
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(patience);
        unsubscribe();
        act();
      };
      const check = () => {
        const state = this.#state;
        if (state.kind === 'saved') {
          settle(resolve);
        } else if (state.kind !== 'saving' && state.kind !== 'retrying') {
          settle(() => reject(new NotSaved(whyNotSaved(state))));
        }
      };
      const patience = setTimeout(
        () =>
          settle(() =>
            reject(
              new NotSaved(
                'Your latest text has not reached the server yet. It is kept here and sent again.',
              ),
            ),
          ),
        patienceMillis,
      );
      const unsubscribe = this.subscribe(check);
      check();
    });
  }

  /** Sends without waiting for the pause: before a run, or when the connection is back. */
  retryNow(): void {
    if (this.#entries.length > 0 && !this.#inFlight) {
      this.#schedule(0);
    }
  }

  keepMine(path: string, seenRevision: number): void {
    const mine = this.#lastOf(path);
    this.#drop(path);
    this.#conflicts.delete(path);
    this.#bases.set(path, seenRevision);
    if (mine) {
      this.put(path, mine.text);
      this.retryNow();
    }
  }

  takeTheirs(path: string, seenRevision: number): void {
    this.#drop(path);
    this.#conflicts.delete(path);
    this.#bases.set(path, seenRevision);
    this.#revision = Math.max(this.#revision, seenRevision);
    this.#changed();
  }

  /** The server said that the attempt is over: nothing more is sent, what is unsent stays for copying. */
  end(): void {
    this.#ended ??= 'over';
    clearTimeout(this.#timer);
    this.#changed();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #lastOf(path: string): StoredEdit | undefined {
    return this.#entries.findLast((entry) => entry.path === path);
  }

  /** A file that was added and deleted again before it was sent is nobody's business. */
  #mayBeOnServer(path: string): boolean {
    return this.#onServer.has(path) || this.#lastOf(path) !== undefined;
  }

  #drop(path: string): void {
    for (const entry of this.#entries.filter((candidate) => candidate.path === path)) {
      this.#forget(entry);
    }
  }

  #scheduleTyped(): void {
    const now = performance.now();
    this.#unsentSince ??= now;
    if (this.#failures > 0) {
      return;
    }
    this.#schedule(
      Math.max(0, Math.min(DEBOUNCE_MILLIS, this.#unsentSince + MAX_WAIT_MILLIS - now)),
    );
  }

  #schedule(delay: number): void {
    if (this.#ended) {
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#sendNext();
    }, delay);
  }

  async #sendNext(): Promise<void> {
    const next = this.#entries.find(
      (entry) => !this.#conflicts.has(entry.path) && !this.#refusals.has(entry.path),
    );
    if (this.#inFlight || this.#ended || !next) {
      return;
    }
    if (!next.attempted) {
      next.attempted = true;
      next.base = this.#bases.get(next.path) ?? this.#options.revision;
      this.#keep(next);
    }
    this.#inFlight = next;
    this.#unsentSince = null;
    this.#changed();
    const outcome = await this.#send(next);
    this.#inFlight = null;
    this.#accept(next, outcome);
    if (this.#failures > 0) {
      this.#schedule(Math.min(FIRST_RETRY_MILLIS * 2 ** (this.#failures - 1), LAST_RETRY_MILLIS));
    } else if (this.#timer === undefined) {
      this.#schedule(0);
    }
    this.#changed();
  }

  async #send(entry: StoredEdit): Promise<SendOutcome> {
    const { editId, base, path, text } = entry;
    const outcome = await this.#options.send({ editId, baseRevision: base, path, text });
    if (outcome.kind !== 'receipt' || text === null || !this.#options.hashOf) {
      return outcome;
    }
    const expected = await this.#options.hashOf(text);
    if (outcome.receipt.hash === expected) {
      return outcome;
    }
    this.#bases.set(path, outcome.receipt.revision);
    return {
      kind: 'refused',
      message: 'the server stored a different text; change the file to send it again',
    };
  }

  #accept(entry: StoredEdit, outcome: SendOutcome): void {
    this.#failures = outcome.kind === 'unreachable' ? this.#failures + 1 : 0;
    switch (outcome.kind) {
      case 'receipt':
        this.#forget(entry);
        this.#bases.set(entry.path, outcome.receipt.revision);
        if (entry.text === null) {
          this.#onServer.delete(entry.path);
        } else {
          this.#onServer.add(entry.path);
        }
        if (outcome.receipt.revision >= this.#revision) {
          this.#revision = outcome.receipt.revision;
          this.#receivedAt = outcome.receipt.at;
        }
        return;
      case 'conflict':
        if (this.#entries.includes(entry)) {
          this.#conflicts.add(entry.path);
        }
        return;
      case 'refused':
        if (this.#lastOf(entry.path) === entry) {
          this.#refusals.set(entry.path, outcome.message);
        } else {
          this.#forget(entry);
        }
        return;
      case 'unreachable':
        this.#failure = outcome.message;
        return;
      case 'over':
      case 'signedOut':
        this.#ended = outcome.kind;
        clearTimeout(this.#timer);
    }
  }

  #forget(entry: StoredEdit): void {
    const index = this.#entries.indexOf(entry);
    if (index >= 0) {
      this.#entries.splice(index, 1);
    }
    forgetKept(this.#options.storage, this.#options.scope, entry.editId);
  }

  #keep(entry: StoredEdit): void {
    this.#storageFull = !keep(this.#options.storage, this.#options.scope, entry);
  }

  #derive(): SavingState {
    const [refusal] = this.#refusals;
    if (this.#ended === 'over') {
      return { kind: 'over', unsaved: [...this.unsaved().keys()] };
    } else if (this.#ended === 'signedOut') {
      return { kind: 'signedOut' };
    } else if (this.#conflicts.size > 0) {
      return { kind: 'conflict', paths: [...this.#conflicts] };
    } else if (refusal) {
      return { kind: 'refused', path: refusal[0], message: refusal[1] };
    } else if (this.#failures > 0) {
      return { kind: 'retrying', reason: this.#failure };
    } else if (this.#entries.length > 0) {
      return { kind: 'saving' };
    }
    return { kind: 'saved', revision: this.#revision, at: this.#receivedAt };
  }

  #changed(): void {
    this.#state = this.#derive();
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

function whyNotSaved(state: SavingState): string {
  switch (state.kind) {
    case 'conflict':
      return `${state.paths.join(', ')} was changed in another tab. Choose which text to keep, then try again.`;
    case 'refused':
      return `${state.path} is not saved: ${state.message}.`;
    case 'signedOut':
      return 'This page is no longer signed in. Open your link again; your text is kept in this browser.';
    default:
      return 'The attempt is over; nothing more can be saved.';
  }
}
