'use strict';

class Passages {
  #ids = new Set();
  #byGate = new Map();

  add({ id, gate, card, at }) {
    if (!this.#ids.has(id)) {
      this.#ids.add(id);
      this.#byGate.set(gate, [...this.#of(gate), { card, at }]);
    }
  }

  /** The busiest window: its start and its passages; null and 0 when nobody passed. */
  busiest(gate, from, to, window) {
    const within = this.#within(gate, from, to).sort((one, other) => one.at - other.at);
    let busiest = { start: null, passages: 0 };
    for (const { at: start } of within) {
      const passages = within.filter(({ at }) => at >= start && at < start + window).length;
      if (passages > busiest.passages) {
        busiest = { start, passages };
      }
    }
    return busiest;
  }

  /** Cards with their passages, most passages first. */
  regulars(gate, from, to, limit) {
    const within = this.#within(gate, from, to);
    const regulars = [];
    for (const { card } of within) {
      if (!regulars.some((regular) => regular.card === card)) {
        regulars.push({ card, passages: within.filter((passage) => passage.card === card).length });
      }
    }
    regulars.sort((one, other) => other.passages - one.passages || (one.card < other.card ? -1 : 1));
    return regulars.slice(0, limit);
  }

  #within(gate, from, to) {
    return this.#of(gate).filter(({ at }) => at >= from && at < to);
  }

  #of(gate) {
    return this.#byGate.get(gate) ?? [];
  }
}

module.exports = { Passages };
