'use strict';

const { Refused } = require('./refusals.js');

const HOUR_MS = 3_600_000;
const MAX_KEY = 100;

/** The fields of a request's body. */
function fieldsOf(text) {
  let fields;
  try {
    fields = JSON.parse(text);
  } catch {
    throw new Refused(400, 'The body is not JSON.');
  }
  if (!isObject(fields)) {
    throw new Refused(400, 'The body must be a JSON object.');
  }
  return fields;
}

function newJob(fields) {
  if (!isObject(fields.payload)) {
    throw new Refused(400, 'The field payload is missing, or is not an object.');
  }
  return {
    payload: fields.payload,
    key: keyOf(fields),
    delayMs: delayOf(fields),
    maxAttempts: whole('maxAttempts', fields.maxAttempts ?? 3, 1, 20),
  };
}

function leaseMsOf(fields) {
  return whole('leaseMs', fields.leaseMs, 1, HOUR_MS);
}

function delayOf(fields) {
  return whole('delayMs', fields.delayMs ?? 0, 0, HOUR_MS);
}

function leaseOf(fields) {
  if (typeof fields.lease !== 'string') {
    throw new Refused(400, 'The field lease is missing, or is not text.');
  }
  return fields.lease;
}

function keyOf(fields) {
  const key = fields.key ?? null;
  if (key !== null && (typeof key !== 'string' || key.length < 1 || key.length > MAX_KEY)) {
    throw new Refused(400, `The key must be text of 1 to ${MAX_KEY} characters.`);
  }
  return key;
}

function whole(name, value, least, most) {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Refused(400, `The field ${name} must be a whole number from ${least} to ${most}.`);
  }
  return value;
}

function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

module.exports = { fieldsOf, newJob, leaseMsOf, delayOf, leaseOf };
