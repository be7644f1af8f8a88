'use strict';

/**
 * All items in memory, and every change to them in a log. Every method runs to its end before another request is
 * looked at, so that none of them may ever wait for anything.
 */
class Store {
  #log;
  #items = new Map();

  constructor(log) {
    this.#log = log;
    for (const batch of log.replay()) {
      this.#change(batch);
    }
  }

  find(key) {
    return this.#items.get(key);
  }

  /** Keys and values, in the order of the keys. */
  withPrefix(prefix) {
    const keys = [...this.#items.keys()].filter((key) => key.startsWith(prefix));
    return keys.sort().map((key) => ({ key, value: this.#items.get(key) }));
  }

  apply(batch) {
    if (this.#log.isLarge) {
      this.#log.rewrite(this.#items);
    }
    // The log comes first: when it fails, nothing has changed.
    this.#log.append(batch);
    this.#change(batch);
  }

  #change(batch) {
    for (const [key, value] of batch) {
      if (value === null) {
        this.#items.delete(key);
      } else {
        this.#items.set(key, value);
      }
    }
  }
}

module.exports = { Store };
