'use strict';

const { Refused } = require('./refused');

const MAX_LIMIT = 100;
const MAX_Q = 100;
const MAX_ID = 2n ** 63n - 1n;
const COUNTRY = /^[a-z]{2}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^\d{1,19}$/;

function card(body) {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refused(400, 'The body must be a JSON object.');
  }
  return {
    place: text('place', body.place, 80),
    country: country(text('country', body.country, 2)),
    sentOn: date('sentOn', body.sentOn),
    message: text('message', body.message, 500),
  };
}

/** Null is the id of no card. */
function cardId(value) {
  return NUMBER.test(value) && BigInt(value) <= MAX_ID ? value : null;
}

function question(parameters) {
  const { order = 'oldest', country: countries, from, to, q = '' } = parameters;
  if (order !== 'oldest' && order !== 'newest') {
    throw new Refused(400, 'order is oldest or newest.');
  }
  return {
    order,
    countries: countries === undefined ? null : String(countries).split(',').map(country),
    from: from === undefined ? null : date('from', from),
    to: to === undefined ? null : date('to', to),
    words: words(String(q)),
  };
}

function limit({ limit: value = '20' }) {
  if (!NUMBER.test(value) || Number(value) < 1 || Number(value) > MAX_LIMIT) {
    throw new Refused(400, `limit is a number from 1 to ${MAX_LIMIT}.`);
  }
  return Number(value);
}

function words(q) {
  if ([...q].length > MAX_Q || q.includes('\0')) {
    throw new Refused(400, `q has at most ${MAX_Q} characters, and none of them is U+0000.`);
  }
  return q.split(' ').filter((word) => word !== '');
}

function text(name, value, longest) {
  const length = typeof value === 'string' ? [...value].length : 0;
  if (length < 1 || length > longest || value.includes('\0')) {
    throw new Refused(400, `${name} must be a text of 1 to ${longest} characters without U+0000.`);
  }
  return value;
}

function country(value) {
  if (!COUNTRY.test(value)) {
    throw new Refused(400, 'A country is two of the letters a to z.');
  }
  return value;
}

/** A day that does not exist comes back from Date as another one, or as none. */
function date(name, value) {
  const time = typeof value === 'string' && DATE.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    throw new Refused(400, `${name} must be a date such as 1931-07-04.`);
  }
  return value;
}

module.exports = { card, cardId, question, limit };
