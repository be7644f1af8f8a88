const MAX_VALUE = 32 * 1024;
const MAX_CHANGES = 100;
const KEY = /^[A-Za-z0-9_-]{1,64}$/;

/** The message is for the client. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The changes of a batch: a key and its new value, which is undefined to delete. */
export function readBatch(body) {
  const { changes } = object(body);
  if (!Array.isArray(changes) || changes.length < 1 || changes.length > MAX_CHANGES) {
    throw new Refused(400, `The field changes must be a list of 1 to ${MAX_CHANGES} changes.`);
  }
  return changes.map(readChange);
}

/** The value in the body of a PUT. */
export function readItem(body) {
  return valueOf(object(body).value);
}

export function keyOf(text) {
  if (typeof text !== 'string' || !KEY.test(text)) {
    throw new Refused(400, 'A key or prefix has 1 to 64 of the characters A-Z, a-z, 0-9, _ and -.');
  }
  return text;
}

function readChange(change) {
  const { op, key, value } = object(change);
  if (op === 'put') {
    return { key: keyOf(key), value: valueOf(value) };
  }
  if (op === 'delete') {
    return { key: keyOf(key) };
  }
  throw new Refused(400, 'The field op must be "put" or "delete".');
}

function valueOf(text) {
  if (typeof text !== 'string') {
    throw new Refused(400, 'The field value is missing, or is not text.');
  }
  if (Buffer.byteLength(text) > MAX_VALUE) {
    throw new Refused(400, `The value has more than ${MAX_VALUE} bytes.`);
  }
  return text;
}

function object(json) {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) {
    throw new Refused(400, 'The body, and each change, must be a JSON object.');
  }
  return json;
}
