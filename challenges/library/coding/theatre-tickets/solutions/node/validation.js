'use strict';

const { Refused } = require('./refused.js');

const USERNAME = /^[a-z0-9-]{3,20}$/;
const ROLES = ['visitor', 'clerk', 'manager'];

/** Bodies of requests, turned into values that can be trusted. */

function readNewAccount(body) {
  const { username, password } = readCredentials(body);
  if (!USERNAME.test(username)) {
    throw new Refused(400, 'A username has 3 to 20 of the characters a-z, 0-9 and -.');
  }
  requireLength('password', password, 8, 128);
  return { username, password };
}

function readCredentials(body) {
  return { username: text(body, 'username'), password: text(body, 'password') };
}

function readBooking(body) {
  const show = text(body, 'show');
  requireLength('show', show, 1, 80);
  const { seats } = body;
  if (!Number.isInteger(seats) || seats < 1 || seats > 8) {
    throw new Refused(400, 'The field seats must be a whole number from 1 to 8.');
  }
  return { show, seats };
}

function readRole(body) {
  const role = text(body, 'role');
  if (!ROLES.includes(role)) {
    throw new Refused(400, `The field role must be one of ${ROLES.join(', ')}.`);
  }
  return role;
}

function text(body, field) {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    throw new Refused(400, 'The body must be a JSON object.');
  }
  if (typeof body[field] !== 'string') {
    throw new Refused(400, `The field ${field} is missing, or is not text.`);
  }
  return body[field];
}

function requireLength(field, value, least, most) {
  const length = [...value].length;
  if (length < least || length > most) {
    throw new Refused(400, `The field ${field} must have ${least} to ${most} characters.`);
  }
}

module.exports = { readBooking, readCredentials, readNewAccount, readRole };
