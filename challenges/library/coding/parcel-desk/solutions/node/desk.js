'use strict';

const { randomInt } = require('node:crypto');
const { Display } = require('./display.js');
const { dueDay, feeOf } = require('./fees.js');
const { newParcel, shown } = require('./parcel.js');
const { Refused } = require('./refused.js');

/** The shelf with the parcels, and what is done with them. */
class Desk {
  #parcels = new Map();
  #display = new Display(this.#parcels);

  register({ note, ...registration }) {
    const parcel = newParcel({
      id: this.#parcels.size + 1,
      code: String(randomInt(10_000)).padStart(4, '0'),
      due: dueDay(registration.arrivedAt),
      ...registration,
    });
    if (note !== undefined) {
      parcel.notes = [note];
    }
    this.#parcels.set(parcel.id, parcel);
    this.#display.forget(parcel.flat);
    return parcel;
  }

  find(id) {
    const parcel = this.#parcels.get(Number(id));
    if (parcel === undefined) {
      throw new Refused(404, `There is no parcel ${id}.`);
    }
    return parcel;
  }

  page(flat, page, size) {
    const found = [...this.#parcels.values()].filter((parcel) => parcel.flat === flat);
    const start = (page - 1) * size;
    return {
      items: found.slice(start, start + size).map(shown),
      page,
      pages: Math.ceil(found.length / size),
      total: found.length,
    };
  }

  move(id, flat) {
    const parcel = this.find(id);
    this.#display.forget(parcel.flat);
    parcel.flat = flat;
    this.#display.forget(flat);
    return parcel;
  }

  addNote(id, text) {
    const parcel = this.find(id);
    parcel.notes.push(text);
    return parcel;
  }

  collect(id, code, at) {
    const parcel = this.find(id);
    if (parcel.status === 'collected') {
      throw new Refused(409, `Parcel ${id} was collected before.`);
    }
    if (parcel.code !== code) {
      throw new Refused(403, 'This is not the code of the parcel.');
    }
    parcel.status = 'collected';
    parcel.collectedAt = at;
    parcel.fee = feeOf(parcel.due, at);
    this.#display.forget(parcel.flat);
    return parcel;
  }

  summary(flat) {
    return this.#display.of(flat);
  }
}

module.exports = { Desk };
