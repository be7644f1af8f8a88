'use strict';

const money = require('./money.js');

/** What the display by the lift shows for each flat. It asks every second, so a summary is kept until it changes. */
class Display {
  #parcels;
  #summaries = new Map();

  constructor(parcels) {
    this.#parcels = parcels;
  }

  of(flat) {
    if (!this.#summaries.has(flat)) {
      this.#summaries.set(flat, this.#summedUp(flat));
    }
    return this.#summaries.get(flat);
  }

  forget(flat) {
    this.#summaries.delete(flat);
  }

  #summedUp(flat) {
    const waiting = [...this.#parcels.values()].filter((one) => one.flat === flat && one.status === 'waiting');
    const owed = waiting.reduce((sum, one) => sum + one.charge, 0);
    return { flat, waiting: waiting.length, owed: money.text(owed) };
  }
}

module.exports = { Display };
