'use strict';

// Amounts of money: text such as 19.99 outside, whole cents inside.

const AMOUNT = /^[0-9]{1,4}\.[0-9]{2}$/;

function isAmount(value) {
  return typeof value === 'string' && AMOUNT.test(value);
}

function cents(amount) {
  return Number(amount.replace('.', ''));
}

function text(cents) {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

module.exports = { cents, isAmount, text };
