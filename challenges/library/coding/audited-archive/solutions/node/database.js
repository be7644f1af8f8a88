'use strict';

const { Pool } = require('pg');

const pool = new Pool({
  connectionString: process.env.DATABASE_URL ?? 'postgresql://app:app@127.0.0.1:5432/app',
  max: 8,
});

async function rows(sql, ...parameters) {
  return (await pool.query(sql, parameters)).rows;
}

/** The first row, or undefined. */
async function row(sql, ...parameters) {
  return (await rows(sql, ...parameters))[0];
}

module.exports = { row, rows };
