'use strict';

class Passages {
  #ids = new Set();
  /** The passages of each gate in the order of their times. */
  #byGate = new Map();

  add({ id, gate, card, at }) {
    if (this.#ids.has(id)) {
      return;
    }
    this.#ids.add(id);
    const passages = this.#of(gate);
    this.#byGate.set(gate, passages);
    passages.splice(firstFrom(passages, at), 0, { card, at });
  }

  /** The busiest window: its start and its passages; null and 0 when nobody passed. */
  busiest(gate, from, to, window) {
    const passages = this.#of(gate);
    const end = firstFrom(passages, to);
    let busiest = { start: null, passages: 0 };
    let first = firstFrom(passages, from);
    // The end of the window only ever moves on.
    for (let after = first; first < end; first++) {
      const start = passages[first].at;
      while (after < end && passages[after].at < start + window) {
        after++;
      }
      if (after - first > busiest.passages) {
        busiest = { start, passages: after - first };
      }
    }
    return busiest;
  }

  /** Cards with their passages, most passages first. */
  regulars(gate, from, to, limit) {
    const passages = this.#of(gate);
    const counts = new Map();
    const end = firstFrom(passages, to);
    for (let i = firstFrom(passages, from); i < end; i++) {
      const { card } = passages[i];
      counts.set(card, (counts.get(card) ?? 0) + 1);
    }
    return [...counts]
      .map(([card, count]) => ({ card, passages: count }))
      .sort((one, other) => other.passages - one.passages || (one.card < other.card ? -1 : 1))
      .slice(0, limit);
  }

  #of(gate) {
    return this.#byGate.get(gate) ?? [];
  }
}

/** The index of the first passage at this time or later. */
function firstFrom(passages, time) {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passages[middle].at < time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

module.exports = { Passages };
