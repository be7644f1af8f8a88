'use strict';

/** A request that is answered with an error; the message is for the client. */
class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

class NoSuchJob extends Refused {
  constructor() {
    super(404, 'There is no such job in this queue.');
  }
}

class StaleLease extends Refused {
  constructor() {
    super(409, 'The lease is not, or is no longer, the lease of this job.');
  }
}

module.exports = { Refused, NoSuchJob, StaleLease };
