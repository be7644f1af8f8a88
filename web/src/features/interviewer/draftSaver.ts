import { problemOf, slugOf, type Problem } from '@/api/problem';
import type { Review } from '@/api/types';
import { sameGrading, type Grading } from './grading';
import type { LocalCopy } from './localCopy';

export type SaveState =
  | { kind: 'saved'; at: Date | null }
  | { kind: 'changed' }
  | { kind: 'saving' }
  /** The server could not be asked; it is tried again by itself. */
  | { kind: 'retrying'; problem: Problem }
  /** The server said no; the next change is sent again. */
  | { kind: 'refused'; problem: Problem }
  /** Another window saved meanwhile; the person decides whose text stays. */
  | { kind: 'conflict'; problem: Problem };

export interface DraftPort {
  save: (grading: Grading, version: number | null) => Promise<Review>;
  load: () => Promise<Review | null>;
}

const PAUSE = 800;
const FIRST_RETRY = 2_000;
const LAST_RETRY = 30_000;

/**
 * Saves a draft as it is typed. Every change is in the local copy before anything else, and leaves it only when the
 * server has acknowledged just that text. One request at a time, each naming the version that it was made from.
 */
export class DraftSaver {
  private state: SaveState = { kind: 'saved', at: null };
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private inFlight: Promise<void> | null = null;
  private unsaved = false;
  private failure: unknown = null;
  private retryAfter = FIRST_RETRY;
  /** Sent without an answer: the server may have it nevertheless. */
  private uncertain: Grading | null = null;

  constructor(
    private readonly port: DraftPort,
    private readonly copy: LocalCopy,
    private grading: Grading,
    private version: number | null,
  ) {}

  readonly current = (): SaveState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  get hasUnsaved(): boolean {
    return this.unsaved;
  }

  get savedVersion(): number | null {
    return this.version;
  }

  change(grading: Grading): void {
    this.grading = grading;
    this.unsaved = true;
    this.copy.write({ grading, version: this.version });
    if (this.state.kind === 'conflict') {
      return;
    }
    if (this.inFlight === null) {
      if (this.state.kind !== 'retrying') {
        this.show({ kind: 'changed' });
      }
      this.schedule(PAUSE);
    }
  }

  /** Resolves when all that was typed is acknowledged; rejects with what prevents it. */
  async flush(): Promise<void> {
    while (this.unsaved) {
      await (this.inFlight ?? this.begin());
      if (this.failure !== null) {
        throw this.failure as Error;
      }
    }
  }

  /** After a conflict: this text is to stay, on top of the version that the server has now. */
  async keepMine(): Promise<void> {
    const theirs = await this.port.load();
    this.version = theirs?.version ?? null;
    this.copy.write({ grading: this.grading, version: this.version });
    await this.begin();
  }

  /** The page is left: what is typed goes out at once, without waiting for the pause. */
  leave(): void {
    clearTimeout(this.timer);
    if (this.unsaved && this.state.kind !== 'conflict') {
      void (this.inFlight ?? this.begin());
    }
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.begin(), delay);
  }

  private begin(): Promise<void> {
    clearTimeout(this.timer);
    this.inFlight ??= this.attempt().finally(() => {
      this.inFlight = null;
      if (this.unsaved && this.failure === null) {
        this.schedule(PAUSE);
      }
    });
    return this.inFlight;
  }

  private async attempt(): Promise<void> {
    const sent = this.grading;
    this.failure = null;
    this.show({ kind: 'saving' });
    try {
      const { version } = await this.port.save(sent, this.version);
      this.acknowledged(sent, version);
    } catch (error) {
      await this.failed(error, sent);
    }
  }

  private acknowledged(sent: Grading, version: number): void {
    this.version = version;
    this.retryAfter = FIRST_RETRY;
    this.uncertain = null;
    if (this.grading === sent) {
      this.unsaved = false;
      this.copy.clear();
      this.show({ kind: 'saved', at: new Date() });
    } else {
      this.copy.write({ grading: this.grading, version });
      this.show({ kind: 'changed' });
    }
  }

  private async failed(error: unknown, sent: Grading): Promise<void> {
    const problem = problemOf(error);
    if (slugOf(problem) === 'changed-meanwhile' && (await this.wasOurs())) {
      return;
    }
    this.failure = error;
    if (slugOf(problem) === 'changed-meanwhile' || slugOf(problem) === 'review-sent') {
      this.show({ kind: 'conflict', problem });
    } else if (problem.status === 0 || problem.status >= 500 || problem.status === 429) {
      this.uncertain ??= sent;
      this.show({ kind: 'retrying', problem });
      this.schedule(this.retryAfter);
      this.retryAfter = Math.min(LAST_RETRY, this.retryAfter * 2);
    } else {
      this.show({ kind: 'refused', problem });
    }
  }

  /** Whether the "other" change is our own, whose answer was lost on the way. */
  private async wasOurs(): Promise<boolean> {
    if (this.uncertain === null) {
      return false;
    }
    const stored = await this.port.load().catch(() => null);
    if (stored?.state !== 'DRAFT' || !sameGrading(stored, this.uncertain)) {
      return false;
    }
    this.acknowledged(this.uncertain, stored.version);
    return true;
  }

  private show(state: SaveState): void {
    this.state = state;
    for (const listener of this.listeners) {
      listener();
    }
  }
}
