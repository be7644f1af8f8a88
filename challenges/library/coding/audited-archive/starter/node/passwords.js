'use strict';

const { pbkdf2, randomBytes, timingSafeEqual } = require('node:crypto');
const { promisify } = require('node:util');

const ITERATIONS = 10_000;
const derived = promisify(pbkdf2);

async function hashed(password) {
  const salt = randomBytes(16);
  const hash = await derived(password, salt, ITERATIONS, 32, 'sha256');
  return `${ITERATIONS}:${salt.toString('hex')}:${hash.toString('hex')}`;
}

async function matches(password, stored) {
  const [iterations, salt, hash] = stored.split(':');
  const expected = Buffer.from(hash, 'hex');
  const actual = await derived(password, Buffer.from(salt, 'hex'), Number(iterations), expected.length, 'sha256');
  return timingSafeEqual(actual, expected);
}

module.exports = { hashed, matches };
