'use strict';

const HOUR_MS = 3_600_000;

const delayMs = { type: ['integer', 'null'], minimum: 0, maximum: HOUR_MS };
const lease = { type: 'string' };

function body(required, properties) {
  return { body: { type: 'object', required, properties } };
}

module.exports = {
  addSchema: body(['payload'], {
    payload: { type: 'object' },
    key: { type: ['string', 'null'], minLength: 1, maxLength: 100 },
    maxAttempts: { type: ['integer', 'null'], minimum: 1, maximum: 20 },
    delayMs,
  }),
  takeSchema: body(['leaseMs'], { leaseMs: { type: 'integer', minimum: 1, maximum: HOUR_MS } }),
  ackSchema: body(['lease'], { lease }),
  failSchema: body(['lease'], { lease, delayMs }),
};
