'use strict';

const { Pool } = require('pg');

const CARD = `id::integer, place, country, to_char(sent_on, 'YYYY-MM-DD') as "sentOn", message`;

// May all have been carried out before. Generated columns need a function that PostgreSQL knows to be immutable.
const MIGRATION = `
  create extension if not exists unaccent;
  create or replace function folded(text) returns text language sql immutable strict parallel safe
    return public.unaccent('public.unaccent', lower($1));
  alter table postcards add column if not exists searched text generated always as (folded(place || ' ' || message)) stored;
  create index if not exists postcards_oldest on postcards (sent_on, id);
  create index if not exists postcards_newest on postcards (sent_on desc, id);
  create index if not exists postcards_by_country on postcards (country, sent_on, id);
`;

const ORDERS = {
  oldest: { by: 'sent_on, id', follows: (day, id) => `sent_on >= ${day} and (sent_on > ${day} or id > ${id})` },
  newest: { by: 'sent_on desc, id', follows: (day, id) => `sent_on <= ${day} and (sent_on < ${day} or id > ${id})` },
};

class Archive {
  #pool;

  constructor(connectionString) {
    this.#pool = new Pool({ connectionString, max: 8 });
    // A connection that is lost while nobody uses it is replaced; without a listener it would end the service.
    this.#pool.on('error', (error) => console.error(error.message));
  }

  migrate() {
    return this.#pool.query(MIGRATION);
  }

  async add({ place, country, sentOn, message }) {
    const statement = `insert into postcards (place, country, sent_on, message) values ($1, $2, $3, $4) returning ${CARD}`;
    return this.#one(statement, [place, country, sentOn, message]);
  }

  async find(id) {
    return this.#one(`select ${CARD} from postcards where id = $1`, [id]);
  }

  async remove(id) {
    return this.#one(`delete from postcards where id = $1 returning ${CARD}`, [id]);
  }

  async page(question, position, limit) {
    const { conditions, values, value } = asked(question);
    const order = ORDERS[question.order];
    if (position !== null) {
      conditions.push(`(${order.follows(value(position.day), value(position.id))})`);
    }
    const statement = `select ${CARD} from postcards where ${conditions.join(' and ')} order by ${order.by} limit ${value(limit)}`;
    return (await this.#pool.query(statement, values)).rows;
  }

  async count(question) {
    const { conditions, values } = asked(question);
    const { cards } = await this.#one(`select count(*)::integer as cards from postcards where ${conditions.join(' and ')}`, values);
    return cards;
  }

  async #one(statement, values) {
    return (await this.#pool.query(statement, values)).rows[0];
  }
}

/** The conditions that the question means, all of which must hold, and the values in them. */
function asked({ countries, from, to, words }) {
  const values = [];
  const value = (each) => `$${values.push(each)}`;
  const conditions = ['true'];
  if (countries !== null) {
    conditions.push(`country = any(${value(countries)})`);
  }
  if (from !== null) {
    conditions.push(`sent_on >= ${value(from)}`);
  }
  if (to !== null) {
    conditions.push(`sent_on <= ${value(to)}`);
  }
  for (const word of words) {
    // Unlike like, this knows no wildcards.
    conditions.push(`strpos(searched, folded(${value(word)})) > 0`);
  }
  return { conditions, values, value };
}

module.exports = { Archive };
