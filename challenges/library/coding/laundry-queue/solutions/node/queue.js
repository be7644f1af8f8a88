'use strict';

const { randomUUID } = require('node:crypto');
const { NoSuchJob, StaleLease } = require('./refusals.js');

/**
 * Jobs in memory, with leases that run out. Every method runs to its end before another request is looked at,
 * so that none of them may ever wait for anything. Each begins with what time has made due.
 */
class Queue {
  #jobs = new Map();
  #byKey = new Map();
  /** Those that are neither done nor dead, in the order in which they were added. */
  #open = new Map();

  /** The job, and whether it is new. */
  add({ payload, key, delayMs, maxAttempts }) {
    this.#settle();
    const known = key === null ? undefined : this.#byKey.get(key);
    if (known !== undefined) {
      return { job: view(known), isNew: false };
    }
    const job = { id: randomUUID(), payload, state: 'ready', attempts: 0, maxAttempts, lease: null, until: Infinity };
    this.#jobs.set(job.id, job);
    this.#open.set(job.id, job);
    if (key !== null) {
      this.#byKey.set(key, job);
    }
    this.#offer(job, delayMs);
    return { job: view(job), isNew: true };
  }

  /** The next job with its lease, or undefined when none is ready. */
  take(leaseMs) {
    this.#settle();
    for (const job of this.#open.values()) {
      if (job.state === 'ready') {
        return this.#lease(job, leaseMs);
      }
    }
    return undefined;
  }

  ack(id, lease) {
    this.#settle();
    const job = this.#held(id, lease);
    job.lease = null;
    this.#close(job, 'done');
    return view(job);
  }

  fail(id, lease, delayMs) {
    this.#settle();
    const job = this.#held(id, lease);
    this.#giveBack(job, delayMs);
    return view(job);
  }

  look(id) {
    this.#settle();
    return view(this.#find(id));
  }

  dead() {
    this.#settle();
    return [...this.#jobs.values()].filter((job) => job.state === 'dead').map(view);
  }

  #settle() {
    const now = performance.now();
    for (const job of this.#open.values()) {
      if (job.until <= now) {
        this.#giveBack(job, 0);
      }
    }
  }

  #lease(job, leaseMs) {
    job.state = 'leased';
    job.attempts += 1;
    job.lease = randomUUID();
    job.until = performance.now() + leaseMs;
    return { ...view(job), lease: job.lease };
  }

  #find(id) {
    const job = this.#jobs.get(id);
    if (job === undefined) {
      throw new NoSuchJob();
    }
    return job;
  }

  #held(id, lease) {
    const job = this.#find(id);
    if (job.lease !== lease) {
      throw new StaleLease();
    }
    return job;
  }

  /** After a lease or a delay: it can be taken again, or it has been taken too often. */
  #giveBack(job, delayMs) {
    job.lease = null;
    if (job.attempts >= job.maxAttempts) {
      this.#close(job, 'dead');
    } else {
      this.#offer(job, delayMs);
    }
  }

  #offer(job, delayMs) {
    job.state = delayMs > 0 ? 'delayed' : 'ready';
    job.until = delayMs > 0 ? performance.now() + delayMs : Infinity;
  }

  #close(job, state) {
    job.state = state;
    job.until = Infinity;
    this.#open.delete(job.id);
  }
}

function view({ id, payload, state, attempts, maxAttempts }) {
  return { id, payload, state, attempts, maxAttempts };
}

module.exports = { Queue };
