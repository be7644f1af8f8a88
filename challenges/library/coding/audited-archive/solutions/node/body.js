'use strict';

const { Refused } = require('./refused');

/** The body, which must be a JSON object. */
function fields(request) {
  const body = request.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refused(400, 'The body must be a JSON object.');
  }
  return body;
}

function text(body, name, least, most) {
  const value = body[name];
  if (typeof value !== 'string' || value.length < least || value.length > most) {
    throw new Refused(400, `The field ${name} must be a text of ${least} to ${most} characters.`);
  }
  return value;
}

function number(body, name, least, most) {
  const value = body[name];
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Refused(400, `The field ${name} must be a whole number from ${least} to ${most}.`);
  }
  return value;
}

module.exports = { fields, number, text };
