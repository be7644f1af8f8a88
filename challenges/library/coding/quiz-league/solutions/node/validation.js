'use strict';

const { Refused } = require('./refused');

const LEAGUE = /^[a-z0-9-]{1,30}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const REPORT = /^[A-Za-z0-9_-]{1,64}$/;
const NUMBER = /^\d{1,9}$/;
const MAX_TEAM = 40;
const MAX_POINTS = 50;
const DAYS_BACK = 7;
const DAY_MILLIS = 24 * 60 * 60 * 1000;

/** A night: its league, its date, and the instant at which it began. */
function night({ league, day }) {
  if (!LEAGUE.test(league)) {
    throw new Refused(400, 'A league has 1 to 30 of the characters a-z, 0-9 and -.');
  }
  const begin = DATE.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  // A day that does not exist comes back from Date as another one, or as none.
  if (Number.isNaN(begin) || new Date(begin).toISOString().slice(0, 10) !== day) {
    throw new Refused(400, 'A night is a date such as 2026-11-19.');
  }
  return { league, day, begin };
}

function nightToReport(parameters) {
  const asked = night(parameters);
  const daysFromNow = asked.begin / DAY_MILLIS - Math.floor(Date.now() / DAY_MILLIS);
  if (daysFromNow < -DAYS_BACK || daysFromNow > 1) {
    throw new Refused(400, `Points are reported for the last ${DAYS_BACK} days, today and tomorrow.`);
  }
  return asked;
}

function report(body) {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refused(400, 'The body must be a JSON object.');
  }
  const { report: name, team, points } = body;
  if (typeof name !== 'string' || !REPORT.test(name)) {
    throw new Refused(400, 'report has 1 to 64 of the characters A-Z, a-z, 0-9, _ and -.');
  }
  if (typeof team !== 'string' || team === '' || [...team].length > MAX_TEAM) {
    throw new Refused(400, `team is a text of 1 to ${MAX_TEAM} characters.`);
  }
  if (!Number.isInteger(points) || points === 0 || Math.abs(points) > MAX_POINTS) {
    throw new Refused(400, `points is a whole number from -${MAX_POINTS} to ${MAX_POINTS}, but not 0.`);
  }
  return { report: name, team, points };
}

function number(parameters, name, least, most, otherwise) {
  const text = parameters[name] ?? String(otherwise);
  if (!NUMBER.test(text) || Number(text) < least || Number(text) > most) {
    throw new Refused(400, `${name} is a whole number from ${least} to ${most}.`);
  }
  return Number(text);
}

module.exports = { night, nightToReport, report, number };
