'use strict';

const { createHmac, randomBytes, timingSafeEqual } = require('node:crypto');

// Without a key of its own the service makes one, and links last until it is started again.
const KEY = process.env.LINK_KEY || randomBytes(32).toString('hex');

function made(document, until) {
  return `/shared/${document}?until=${until}&signature=${signature(document, until)}`;
}

function isGood(document, until, given) {
  const expected = Buffer.from(signature(document, until));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function signature(document, until) {
  return createHmac('sha256', KEY).update(`${document} ${until}`).digest('hex');
}

module.exports = { isGood, made };
