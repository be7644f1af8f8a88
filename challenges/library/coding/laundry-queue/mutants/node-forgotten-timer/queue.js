'use strict';

const { randomUUID } = require('node:crypto');
const { NoSuchJob, StaleLease } = require('./refusals.js');

/** Jobs in memory. A timer ends each lease and each delay. */
class Queue {
  #jobs = new Map();
  #byKey = new Map();
  /** Those that are neither done nor dead, in the order in which they were added. */
  #open = new Map();

  /** The job, and whether it is new. */
  add({ payload, key, delayMs, maxAttempts }) {
    const known = key === null ? undefined : this.#byKey.get(key);
    if (known !== undefined) {
      return { job: view(known), isNew: false };
    }
    const job = { id: randomUUID(), payload, state: 'ready', attempts: 0, maxAttempts, lease: null };
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
    for (const job of this.#open.values()) {
      if (job.state === 'ready') {
        return this.#lease(job, leaseMs);
      }
    }
    return undefined;
  }

  ack(id, lease) {
    const job = this.#held(id, lease);
    job.lease = null;
    this.#close(job, 'done');
    return view(job);
  }

  fail(id, lease, delayMs) {
    const job = this.#held(id, lease);
    this.#giveBack(job, delayMs);
    return view(job);
  }

  look(id) {
    return view(this.#find(id));
  }

  dead() {
    return [...this.#jobs.values()].filter((job) => job.state === 'dead').map(view);
  }

  #lease(job, leaseMs) {
    job.state = 'leased';
    job.attempts += 1;
    job.lease = randomUUID();
    setTimeout(() => {
      if (job.state === 'leased') {
        this.#giveBack(job, 0);
      }
    }, leaseMs);
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
    if (delayMs > 0) {
      setTimeout(() => this.#offer(job, 0), delayMs);
    }
  }

  #close(job, state) {
    job.state = state;
    this.#open.delete(job.id);
  }
}

function view({ id, payload, state, attempts, maxAttempts }) {
  return { id, payload, state, attempts, maxAttempts };
}

module.exports = { Queue };
