'use strict';

const { createHmac, timingSafeEqual } = require('node:crypto');
const { Refused } = require('./refused');

// Would come from outside in earnest. It must be the same after a restart.
const SECRET = 'the goose has met your uncle';

/** The place after a card, in words that only this service can write: day and id, and a signature that binds them to the question. */
function after(card, question) {
  const place = `${card.sentOn}.${card.id}`;
  return `${Buffer.from(place).toString('base64url')}.${signature(place, question)}`;
}

/** The day and the id of the last card that was shown, which need not exist any more. */
function positionIn(cursor, question) {
  const [encoded, signed] = String(cursor).split('.');
  const place = Buffer.from(encoded, 'base64url').toString();
  const expected = signature(place, question);
  if (cursor !== `${Buffer.from(place).toString('base64url')}.${signed}` || !same(signed, expected)) {
    throw new Refused(400, 'The cursor was not given out for this request.');
  }
  const [day, id] = place.split('.');
  return { day, id };
}

function signature(place, question) {
  return createHmac('sha256', SECRET).update(JSON.stringify([question, place])).digest('base64url');
}

function same(one, other) {
  const [bytes, others] = [Buffer.from(one), Buffer.from(other)];
  return bytes.length === others.length && timingSafeEqual(bytes, others);
}

module.exports = { after, positionIn };
