'use strict';

const { randomUUID } = require('node:crypto');
const passwords = require('./passwords.js');

/** All accounts, by username. */
class Accounts {
  #byUsername = new Map();
  // Compared when there is no such account, so that the time of an answer does not tell either.
  #decoy = passwords.hash(randomUUID());

  /** The new account, or undefined when the username is taken. */
  async add(username, password, role = 'visitor') {
    const hash = await passwords.hash(password);
    // Nothing may wait between looking and storing.
    if (this.#byUsername.has(username)) {
      return undefined;
    }
    const account = { username, role, hash };
    this.#byUsername.set(username, account);
    return account;
  }

  find(username) {
    return this.#byUsername.get(username);
  }

  /** The account when the password is the right one, else undefined. */
  async findWith(username, password) {
    const account = this.find(username);
    const matches = await passwords.matches(password, account?.hash ?? (await this.#decoy));
    return matches ? account : undefined;
  }

  all() {
    return [...this.#byUsername.values()];
  }
}

/** The account as clients may see it. */
function shown({ username, role }) {
  return { username, role };
}

module.exports = { Accounts, shown };
