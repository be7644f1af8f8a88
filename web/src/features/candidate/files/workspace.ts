import type { Workspace } from '@/api/types';
import type { KeptText } from '../saving/kept';
import { Outbox, type Edit, type SendOutcome } from '../saving/outbox';

export interface WorkspaceOptions {
  attemptId: string;
  itemId: string;
  workspace: Workspace;
  send: (edit: Edit) => Promise<SendOutcome>;
  storage: KeptText;
  newId: () => string;
  hashOf?: ((text: string) => Promise<string>) | undefined;
}

/**
 * The files as the person sees them. They come from the server once, with what this browser still had unsent laid
 * over; from then on only the person changes them, a receipt never does.
 */
export class LocalWorkspace {
  readonly environment: string | null;
  readonly outbox: Outbox;
  readonly #listeners = new Set<() => void>();
  #files: ReadonlyMap<string, string>;
  /** Grows when texts change from outside the editor, which then has to show them. */
  #generation = 0;
  /** Paths whose text came back from this browser's storage. */
  readonly restored: string[];

  constructor(options: WorkspaceOptions) {
    const { attemptId, itemId, workspace } = options;
    this.environment = workspace.environment;
    const files = new Map(workspace.files.map(({ path, text }) => [path, text]));
    this.outbox = new Outbox({
      scope: `${attemptId}/${itemId}/${workspace.environment ?? 'design'}`,
      revision: workspace.revision,
      paths: files.keys(),
      send: options.send,
      storage: options.storage,
      newId: options.newId,
      hashOf: options.hashOf,
    });
    this.outbox.dropWhatServerHas(files);
    this.restored = [...this.outbox.unsaved().keys()];
    for (const [path, text] of this.outbox.unsaved()) {
      set(files, path, text);
    }
    this.#files = files;
  }

  files = (): ReadonlyMap<string, string> => this.#files;

  generation = (): number => this.#generation;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(path: string, text: string): void {
    if (this.#files.get(path) !== text) {
      this.#write([[path, text]]);
    }
  }

  add(path: string): void {
    this.#write([[path, '']]);
  }

  /** The new file is sent before the old one goes, so that no moment exists at which the server has neither. */
  rename(from: string, to: string): void {
    this.#write([
      [to, this.#files.get(from) ?? ''],
      [from, null],
    ]);
  }

  remove(path: string): void {
    this.#write([[path, null]]);
  }

  keepMine(path: string, seenRevision: number): void {
    this.outbox.keepMine(path, seenRevision);
  }

  takeTheirs(path: string, text: string | null, seenRevision: number): void {
    this.outbox.takeTheirs(path, seenRevision);
    const files = new Map(this.#files);
    set(files, path, text);
    this.#files = files;
    this.#generation += 1;
    this.#changed();
  }

  #write(changes: [string, string | null][]): void {
    const files = new Map(this.#files);
    for (const [path, text] of changes) {
      set(files, path, text);
      this.outbox.put(path, text);
    }
    this.#files = files;
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

function set(files: Map<string, string>, path: string, text: string | null): void {
  if (text === null) {
    files.delete(path);
  } else {
    files.set(path, text);
  }
}
