'use strict';

const { randomBytes, scrypt, timingSafeEqual } = require('node:crypto');
const { promisify } = require('node:util');

const SALT_BYTES = 16;
const KEY_BYTES = 32;
const COST = { N: 2 ** 14, r: 8, p: 1 };

const derive = promisify(scrypt);

/** Takes all of the password; bcrypt would stop after 72 bytes. */
async function hash(password) {
  const salt = randomBytes(SALT_BYTES);
  return { salt, key: await derive(password, salt, KEY_BYTES, COST) };
}

async function matches(password, { salt, key }) {
  return timingSafeEqual(await derive(password, salt, KEY_BYTES, COST), key);
}

module.exports = { hash, matches };
