'use strict';

const { randomBytes } = require('node:crypto');

class Refused extends Error {
  constructor(statusCode, message) {
    super(message);
    this.statusCode = statusCode;
  }
}

/**
 * Jobs in memory. A timer ends each lease and each delay; whoever ends it earlier stops the timer.
 * No method may ever wait for anything.
 */
class Queue {
  #jobs = [];
  #byId = new Map();
  #byKey = new Map();

  add({ payload, key, delayMs, maxAttempts }) {
    if (key && this.#byKey.has(key)) {
      return { job: view(this.#byKey.get(key)), isNew: false };
    }
    const job = { id: randomBytes(9).toString('base64url'), payload, attempts: 0, maxAttempts: maxAttempts ?? 3 };
    this.#jobs.push(job);
    this.#byId.set(job.id, job);
    if (key) {
      this.#byKey.set(key, job);
    }
    this.#offer(job, delayMs);
    return { job: view(job), isNew: true };
  }

  take(leaseMs) {
    const job = this.#jobs.find(({ state }) => state === 'ready');
    if (job === undefined) {
      return undefined;
    }
    job.state = 'leased';
    job.attempts += 1;
    job.lease = randomBytes(12).toString('base64url');
    job.timer = setTimeout(() => this.#retry(job, 0), leaseMs);
    return { ...view(job), lease: job.lease };
  }

  ack(id, lease) {
    const job = this.#held(id, lease);
    clearTimeout(job.timer);
    job.state = 'done';
    return view(job);
  }

  fail(id, lease, delayMs) {
    const job = this.#held(id, lease);
    clearTimeout(job.timer);
    this.#retry(job, delayMs);
    return view(job);
  }

  look(id) {
    return view(this.#find(id));
  }

  dead() {
    return this.#jobs.filter(({ state }) => state === 'dead').map(view);
  }

  #find(id) {
    const job = this.#byId.get(id);
    if (job === undefined) {
      throw new Refused(404, 'There is no such job in this queue.');
    }
    return job;
  }

  #held(id, lease) {
    const job = this.#find(id);
    if (job.state !== 'leased' || job.lease !== lease) {
      throw new Refused(409, 'The lease is not, or is no longer, the lease of this job.');
    }
    return job;
  }

  #retry(job, delayMs) {
    if (job.attempts < job.maxAttempts) {
      this.#offer(job, delayMs);
    } else {
      job.state = 'dead';
    }
  }

  #offer(job, delayMs) {
    if (delayMs > 0) {
      job.state = 'delayed';
      job.timer = setTimeout(() => this.#offer(job, 0), delayMs);
    } else {
      job.state = 'ready';
    }
  }
}

function view({ id, payload, state, attempts, maxAttempts }) {
  return { id, payload, state, attempts, maxAttempts };
}

module.exports = { Queue };
