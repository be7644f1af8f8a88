'use strict';

/** A cursor is the place of a score in the list, so that it stays good whatever comes before it. */
function made({ title, id }) {
  return Buffer.from(JSON.stringify({ title, id })).toString('base64url');
}

/** The place, or null when it is no cursor. */
function placeAt(cursor) {
  try {
    const { title, id } = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return typeof title === 'string' && Number.isInteger(id) ? { title, id } : null;
  } catch {
    return null;
  }
}

module.exports = { made, placeAt };
