'use strict';

const { Refused } = require('./refused.js');

const MOST = 1_000_000;
const MAX_OWNER = 60;
const MAX_KEY = 100;

/** The fields of a request's body. */
function fieldsOf(text) {
  let fields;
  try {
    fields = JSON.parse(text);
  } catch {
    throw new Refused(400, 'The body is not JSON.');
  }
  if (fields === null || typeof fields !== 'object' || Array.isArray(fields)) {
    throw new Refused(400, 'The body must be a JSON object.');
  }
  return fields;
}

function keyOf(headers) {
  const key = headers['idempotency-key'];
  if (!key || key.length > MAX_KEY) {
    throw new Refused(400, `The header Idempotency-Key must be there and have at most ${MAX_KEY} characters.`);
  }
  return key;
}

function ownerOf({ owner }) {
  if (typeof owner !== 'string' || owner.length < 1 || owner.length > MAX_OWNER) {
    throw new Refused(400, `The owner must be text of 1 to ${MAX_OWNER} characters.`);
  }
  return owner;
}

function amountOf({ amount }) {
  if (!Number.isInteger(amount) || amount < 1 || amount > MOST) {
    throw new Refused(400, `The amount must be a whole number from 1 to ${MOST}.`);
  }
  return amount;
}

function transferOf(fields) {
  const { from, to } = fields;
  if (typeof from !== 'string' || typeof to !== 'string') {
    throw new Refused(400, 'The fields from and to must be there and be text.');
  }
  if (from === to) {
    throw new Refused(400, 'A transfer needs two different accounts.');
  }
  return { from, to, amount: amountOf(fields) };
}

module.exports = { fieldsOf, keyOf, ownerOf, amountOf, transferOf };
