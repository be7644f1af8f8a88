const BETWEEN_CLEANINGS = 60_000;

/**
 * The counts that this gate makes alone, in its own memory. Nothing here may ever wait for anything, so that no two
 * requests are looked at at the same time.
 */
export class CountAlone {
  #windows = new Map();
  #cleaned = performance.now();

  take(rule, { client, cost }) {
    const now = performance.now();
    this.#clean(now);
    const key = `${rule.name}:${client}`;
    let window = this.#windows.get(key);
    if (window === undefined || now >= window.end) {
      window = { used: 0, end: now + rule.window };
      this.#windows.set(key, window);
    }
    const admitted = window.used + cost <= rule.alone;
    if (admitted) {
      window.used += cost;
    }
    return { admitted, counted: 'alone', limit: rule.alone, used: window.used, left: window.end - now };
  }

  /** So that clients who never come again do not stay. */
  #clean(now) {
    if (now - this.#cleaned < BETWEEN_CLEANINGS) {
      return;
    }
    this.#cleaned = now;
    for (const [key, window] of this.#windows) {
      if (now >= window.end) {
        this.#windows.delete(key);
      }
    }
  }
}
