'use strict';

const money = require('./money.js');
const { Refused } = require('./refused.js');

// Turns requests into values that can be trusted.

const FLAT = /^[A-Za-z0-9-]{1,12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

function readRegistration(body) {
  return {
    flat: readFlat(field(body, 'flat')),
    recipient: text(body, 'recipient', 60),
    arrivedAt: instant(body, 'arrivedAt'),
    charge: charge(body),
    note: field(body, 'note') == null ? undefined : text(body, 'note', 200),
  };
}

function readNote(body) {
  return text(body, 'text', 200);
}

function readCollection(body) {
  return { code: text(body, 'code', 20), at: instant(body, 'at') };
}

function readFlat(value) {
  if (typeof value !== 'string' || !FLAT.test(value.trim())) {
    throw new Refused(400, 'A flat has 1 to 12 letters, digits or hyphens.');
  }
  return value.trim();
}

function readNumber(parameters, name, otherwise, { least, most }) {
  const value = Number(parameters[name] ?? otherwise);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Refused(400, `${name} must be a whole number from ${least} to ${most}.`);
  }
  return value;
}

function field(body, name) {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    throw new Refused(400, 'The body must be a JSON object.');
  }
  return body[name];
}

function text(body, name, most) {
  const value = field(body, name);
  if (typeof value !== 'string' || value.length < 1 || value.length > most) {
    throw new Refused(400, `The field ${name} must be text of 1 to ${most} characters.`);
  }
  return value;
}

function instant(body, name) {
  const value = text(body, name, 20);
  if (!INSTANT.test(value) || Number.isNaN(Date.parse(value))) {
    throw new Refused(400, `The field ${name} must be an instant such as 2031-03-06T22:30:00Z.`);
  }
  return value;
}

function charge(body) {
  const value = field(body, 'charge');
  if (value == null) {
    return 0;
  }
  if (!money.isAmount(value)) {
    throw new Refused(400, 'The field charge must be an amount such as 19.99.');
  }
  return money.cents(value);
}

module.exports = { readCollection, readFlat, readNote, readNumber, readRegistration };
