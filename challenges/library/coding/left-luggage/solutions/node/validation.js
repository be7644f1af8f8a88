'use strict';

const MAX_VALUE = 32 * 1024;
const MAX_CHANGES = 100;
const KEY = /^[A-Za-z0-9_-]{1,64}$/;

/** The message is for the client. */
class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The changes of a batch. A change is a key and its new value, null to delete. */
function parseBatch(body) {
  const { changes } = object(parse(body));
  if (!Array.isArray(changes) || changes.length < 1 || changes.length > MAX_CHANGES) {
    throw new Refused(400, `The field changes must be a list of 1 to ${MAX_CHANGES} changes.`);
  }
  return changes.map(change);
}

/** The value in the body of a PUT. */
function parseItem(body) {
  return value(object(parse(body)).value);
}

function key(text) {
  if (typeof text !== 'string' || !KEY.test(text)) {
    throw new Refused(400, 'A key or prefix has 1 to 64 of the characters A-Z, a-z, 0-9, _ and -.');
  }
  return text;
}

function change(fields) {
  switch (object(fields).op) {
    case 'put':
      return [key(fields.key), value(fields.value)];
    case 'delete':
      return [key(fields.key), null];
    default:
      throw new Refused(400, 'The field op must be "put" or "delete".');
  }
}

function value(text) {
  if (typeof text !== 'string') {
    throw new Refused(400, 'The field value is missing, or is not text.');
  }
  if (Buffer.byteLength(text) > MAX_VALUE) {
    throw new Refused(400, `The value has more than ${MAX_VALUE} bytes.`);
  }
  return text;
}

function parse(body) {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refused(400, 'The body is not JSON.');
  }
}

function object(json) {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) {
    throw new Refused(400, 'The body, and each change, must be a JSON object.');
  }
  return json;
}

module.exports = { Refused, key, parseBatch, parseItem };
