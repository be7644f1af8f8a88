'use strict';

const { randomUUID } = require('node:crypto');

class Order {
  #status = 'unconfirmed';
  #refundedCents = 0;
  #events = new Set();
  #charging;

  constructor(cake, cents) {
    this.id = `o-${randomUUID()}`;
    this.cake = cake;
    this.cents = cents;
  }

  /** Asks the provider if that is still to be done; those who come meanwhile wait for the same answer. */
  async settle(provider) {
    if (this.#status !== 'unconfirmed') {
      return;
    }
    this.#charging ??= provider.charge(this).finally(() => {
      this.#charging = undefined;
    });
    const answer = await this.#charging;
    // An event may have told something newer.
    if (this.#status === 'unconfirmed') {
      this.#status = answer;
    }
  }

  hear({ event, type, cents }) {
    if (this.#events.has(event)) {
      return;
    }
    this.#events.add(event);
    if (type === 'paid') {
      this.#status = 'paid';
    } else if (type === 'failed' && this.#status !== 'paid') {
      this.#status = 'failed';
    } else if (type === 'refunded') {
      this.#refundedCents += cents;
    }
  }

  code() {
    return { declined: 402, unconfirmed: 503 }[this.#status] ?? 201;
  }

  toJSON() {
    const { id, cake, cents } = this;
    return { id, cake, cents, status: this.#status, refundedCents: this.#refundedCents };
  }
}

class Orders {
  #byKey = new Map();
  #byId = new Map();

  /** The order of this key, a new one if there is none; undefined when the key belongs to another. */
  of(key, { cake, cents }) {
    let order = this.#byKey.get(key);
    if (!order) {
      order = new Order(cake, cents);
      this.#byKey.set(key, order);
      this.#byId.set(order.id, order);
    }
    return order.cake === cake && order.cents === cents ? order : undefined;
  }

  find(id) {
    return this.#byId.get(id);
  }
}

module.exports = { Orders };
