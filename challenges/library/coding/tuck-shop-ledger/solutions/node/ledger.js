'use strict';

const { Refused } = require('./refused.js');

/**
 * Accounts and what moved between them, in memory. Every method runs to its end before another request is looked at,
 * so that none of them may ever wait for anything.
 */
class Ledger {
  #accounts = new Map();
  #transactions = new Map();
  #reversed = new Set();
  /** By key: the request, and the transaction that it made. */
  #carriedOut = new Map();

  open(owner) {
    const account = { id: `a-${this.#accounts.size + 1}`, owner, balance: 0, entries: [] };
    this.#accounts.set(account.id, account);
    return view(account);
  }

  look(id) {
    return view(this.#account(id));
  }

  entries(id) {
    return [...this.#account(id).entries];
  }

  deposit(key, id, amount) {
    return this.#once(key, ['deposit', id, amount], () => this.#deposit(id, amount));
  }

  transfer(key, { from, to, amount }) {
    return this.#once(key, ['transfer', from, to, amount], () => this.#move('transfer', from, to, amount));
  }

  reverse(key, id) {
    return this.#once(key, ['reverse', id], () => this.#reverse(id));
  }

  /** What carrying out the request gave, now or the first time. One that is refused is not remembered. */
  #once(key, parts, carryOut) {
    const request = JSON.stringify(parts);
    const known = this.#carriedOut.get(key);
    if (known === undefined) {
      const transaction = carryOut();
      this.#carriedOut.set(key, { request, transaction });
      return transaction;
    }
    if (known.request !== request) {
      throw new Refused(409, 'The key was used for another request.');
    }
    return known.transaction;
  }

  #deposit(id, amount) {
    const account = this.#account(id);
    const transaction = this.#record({ kind: 'deposit', from: null, to: id, amount });
    change(account, transaction, amount);
    return transaction;
  }

  #move(kind, from, to, amount) {
    const payer = this.#account(from);
    const receiver = this.#account(to);
    if (payer.balance < amount) {
      throw new Refused(422, 'The money is not there.');
    }
    const transaction = this.#record({ kind, from, to, amount });
    change(payer, transaction, -amount);
    change(receiver, transaction, amount);
    return transaction;
  }

  #reverse(id) {
    const transaction = this.#transactions.get(id);
    if (transaction === undefined) {
      throw new Refused(404, 'There is no such transaction.');
    }
    if (transaction.kind !== 'transfer' || this.#reversed.has(id)) {
      throw new Refused(409, 'This was reversed before, or is not a transfer.');
    }
    const reversal = this.#move('reversal', transaction.to, transaction.from, transaction.amount);
    this.#reversed.add(id);
    return reversal;
  }

  #record(parts) {
    const transaction = { id: `t-${this.#transactions.size + 1}`, ...parts };
    this.#transactions.set(transaction.id, transaction);
    return transaction;
  }

  #account(id) {
    const account = this.#accounts.get(id);
    if (account === undefined) {
      throw new Refused(404, 'There is no such account.');
    }
    return account;
  }
}

function change(account, transaction, by) {
  account.balance += by;
  account.entries.push({ transaction: transaction.id, change: by, balance: account.balance });
}

function view({ id, owner, balance }) {
  return { id, owner, balance };
}

module.exports = { Ledger };
