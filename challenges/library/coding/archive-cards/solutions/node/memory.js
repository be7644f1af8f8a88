import { Failed } from './archive.js';

const HOUR = 3_600_000;
const FRESH = { cards: HOUR, loans: 1000 };
const USABLE = HOUR;
const MOST = 50;

/** Remembers what the archive has said. Between two awaits nothing else happens, so that there is no lock. */
export class Memory {
  #archive;
  /** By question; the one that was wanted last comes last. */
  #kept = new Map();
  /** By question, what is on its way, for all who want to know. */
  #flights = new Map();

  constructor(archive) {
    this.#archive = archive;
  }

  /** The text, which is undefined when there is no such thing, and whether it is stale. */
  async recall(question) {
    const key = keyOf(question);
    const kept = this.#want(key);
    if (kept !== undefined && performance.now() < kept.freshUntil) {
      return { text: kept.text, stale: false };
    }
    return this.#flights.get(key) ?? this.#begin(key, question);
  }

  /** Questions on their way go on for those who wait, but are no longer known here. */
  forget(collection, id) {
    for (const lang of ['en', 'de']) {
      const key = keyOf({ collection, id, lang });
      this.#kept.delete(key);
      this.#flights.delete(key);
    }
  }

  #begin(key, question) {
    const flight = this.#fly(key, question, () => this.#ends(key, flight));
    this.#flights.set(key, flight);
    return flight;
  }

  async #fly(key, question, isCurrent) {
    try {
      const text = await this.#archive.ask(question);
      if (isCurrent()) {
        this.#keep(key, { text, freshUntil: performance.now() + FRESH[question.collection] });
      }
      return { text, stale: false };
    } catch (error) {
      if (!(error instanceof Failed)) {
        throw error;
      }
      isCurrent();
      return this.#fallBack(key, error);
    }
  }

  #fallBack(key, failure) {
    const kept = this.#kept.get(key);
    if (kept?.text === undefined || performance.now() > kept.freshUntil + USABLE) {
      throw failure;
    }
    return { text: kept.text, stale: true };
  }

  /** Whether nothing has changed since it began. */
  #ends(key, flight) {
    const isKnown = this.#flights.get(key) === flight;
    if (isKnown) {
      this.#flights.delete(key);
    }
    return isKnown;
  }

  #want(key) {
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
    }
    return kept;
  }

  #keep(key, kept) {
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    if (this.#kept.size > MOST) {
      this.#kept.delete(this.#kept.keys().next().value);
    }
  }
}

function keyOf({ collection, id, lang }) {
  return `${collection}/${id}?${lang}`;
}
