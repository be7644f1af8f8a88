'use strict';

/** A request that is not carried out, and why. */
class Refused extends Error {
  constructor(status, reason) {
    super(reason);
    this.status = status;
  }
}

module.exports = { Refused };
