'use strict';

/** All bookings, by id, in the order in which they were made. */
class Bookings {
  #byId = new Map();
  #lastId = 0;

  add(username, { show, seats }) {
    this.#lastId += 1;
    const booking = { id: this.#lastId, username, show, seats, admitted: false };
    this.#byId.set(booking.id, booking);
    return booking;
  }

  find(id) {
    return this.#byId.get(id);
  }

  remove(booking) {
    this.#byId.delete(booking.id);
  }

  all() {
    return [...this.#byId.values()];
  }
}

module.exports = { Bookings };
