'use strict';

/** A request that is answered with an error; the message is for the client. */
class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

module.exports = { Refused };
