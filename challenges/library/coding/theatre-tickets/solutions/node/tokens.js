'use strict';

const jwt = require('jsonwebtoken');

const KEY = 'the-show-must-go-on-but-nobody-gets-in-for-free';
const ALGORITHM = 'HS256';
const LIFETIME_SECONDS = 900;

function issue(account) {
  return jwt.sign({ role: account.role }, KEY, {
    algorithm: ALGORITHM,
    subject: account.username,
    expiresIn: LIFETIME_SECONDS,
  });
}

/** The username in a good token, undefined for any other. */
function usernameIn(token) {
  try {
    const { sub, exp } = jwt.verify(token, KEY, { algorithms: [ALGORITHM] });
    // Without exp, a token would be good for ever.
    return exp === undefined ? undefined : sub;
  } catch {
    return undefined;
  }
}

module.exports = { LIFETIME_SECONDS, issue, usernameIn };
