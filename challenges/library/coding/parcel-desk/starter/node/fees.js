'use strict';

// How long a parcel is kept, and what it costs to come late. Amounts are in cents, days are texts such as 2031-03-13.

const DAYS_KEPT = 7;
const LATE = 200;
const LATE_PER_DAY = 50;
const MOST = 1000;

const DAY = 24 * 60 * 60 * 1000;

function dueDay(arrivedAt) {
  const day = Date.parse(arrivedAt.slice(0, 10)) + DAYS_KEPT * DAY;
  return new Date(day).toISOString().slice(0, 10);
}

function feeOf(due, collectedAt) {
  const day = collectedAt.slice(0, 10);
  if (day < due) {
    return 0;
  }
  const daysLate = (Date.parse(day) - Date.parse(due)) / DAY;
  return Math.min(LATE + LATE_PER_DAY * daysLate, MOST);
}

module.exports = { dueDay, feeOf };
