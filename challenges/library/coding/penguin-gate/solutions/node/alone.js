const BETWEEN_CLEANINGS = 60_000;

/**
 * The counts that this gate makes alone, in its own memory. Nothing here may ever wait for anything, so that no two
 * requests are looked at at the same time.
 */
export class CountAlone {
  #windows = new Map();
  #cleaned = now();

  take(rule, { client, cost }) {
    const time = now();
    this.#clean(time);
    const key = `${rule.name}:${client}`;
    let window = this.#windows.get(key);
    if (window === undefined || time >= window.end) {
      window = { used: 0, end: time + rule.window };
      this.#windows.set(key, window);
    }
    const admitted = window.used + cost <= rule.alone;
    if (admitted) {
      window.used += cost;
    }
    return { admitted, counted: 'alone', limit: rule.alone, used: window.used, left: window.end - time };
  }

  /** So that clients who never come again do not stay. */
  #clean(time) {
    if (time - this.#cleaned < BETWEEN_CLEANINGS) {
      return;
    }
    this.#cleaned = time;
    for (const [key, window] of this.#windows) {
      if (time >= window.end) {
        this.#windows.delete(key);
      }
    }
  }
}

/** In whole milliseconds: with fractions, a time that is added and taken away again may leave a little more than it was. */
function now() {
  return Math.floor(performance.now());
}
