const MAX_URL = 2048;
const VISIBLE_ASCII = /^[\x21-\x7e]+$/;
const WEB = /^https?:\/\/[^/?#]/i;
const ALIAS = /^[A-Za-z0-9_-]{3,32}$/;
const RESERVED = new Set(['links']);
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

/** The message is for the client. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Turns a parsed body into values that can be trusted. */
export function readLinkRequest(body) {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    throw new Refused(400, 'The body must be a JSON object.');
  }
  return {
    url: url(body.url),
    alias: alias(body.alias ?? null),
    expiresAt: instant(body.expiresAt ?? null),
  };
}

function url(value) {
  if (typeof value !== 'string' || value === '') {
    throw new Refused(400, 'The field url is missing, or is not text.');
  }
  if (value.length > MAX_URL) {
    throw new Refused(400, `The url has more than ${MAX_URL} characters.`);
  }
  if (!VISIBLE_ASCII.test(value)) {
    throw new Refused(400, 'The url has a space, a control character, or one that is not ASCII.');
  }
  if (!WEB.test(value) || !URL.canParse(value)) {
    throw new Refused(400, 'The url must begin with http:// or https:// and a host.');
  }
  return value;
}

function alias(value) {
  if (value === null) {
    return null;
  }
  if (typeof value !== 'string' || !ALIAS.test(value)) {
    throw new Refused(400, 'An alias has 3 to 32 of the characters A-Z, a-z, 0-9, _ and -.');
  }
  if (RESERVED.has(value)) {
    throw new Refused(400, `The alias ${value} is reserved.`);
  }
  return value;
}

function instant(value) {
  if (value === null) {
    return null;
  }
  const millis = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : NaN;
  // A day that does not exist comes back from Date as another one, or as none.
  if (Number.isNaN(millis) || !new Date(millis).toISOString().startsWith(value.slice(0, 10))) {
    throw new Refused(400, 'The field expiresAt must be an instant such as 2031-09-01T00:00:00Z.');
  }
  return new Date(millis);
}
