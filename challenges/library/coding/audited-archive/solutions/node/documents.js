'use strict';

const express = require('express');
const { loggedIn, loggedInArchivist, shown } = require('./accounts');
const body = require('./body');
const database = require('./database');
const fileStore = require('./files');
const links = require('./links');
const { Refused } = require('./refused');

const routes = express.Router();
const files = express.Router();

const ORDERS = new Map([
  ['title', 'title, id'],
  ['year', 'year, id'],
]);

routes.get('/documents', async (request, response) => {
  const account = await loggedIn(request);
  const order = ORDERS.get(request.query.sort ?? 'title');
  if (order === undefined) {
    throw new Refused(400, 'Documents are sorted by title or year.');
  }
  const documents = await database.rows(
    `select id, title, year from documents
     where municipality = $1 and position(lower($2) in lower(title)) > 0 order by ${order}`,
    account.municipality,
    String(request.query.q ?? ''),
  );
  response.json({ documents });
});

routes.post('/documents', async (request, response) => {
  const account = await loggedInArchivist(request);
  const document = await database.row(
    'insert into documents (title, year, note, municipality, added_by) values ($1, $2, $3, $4, $5) returning *',
    ...described(request),
    account.municipality,
    account.id,
  );
  response.status(201).json(await inFull(document));
});

routes.get('/documents/:id', async (request, response) => {
  const document = await find(request, await loggedIn(request));
  response.json(await inFull(document));
});

routes.put('/documents/:id', async (request, response) => {
  const document = await find(request, await loggedInArchivist(request));
  const changed = await database.row(
    'update documents set title = $1, year = $2, note = $3 where id = $4 returning *',
    ...described(request),
    document.id,
  );
  response.json(await inFull(changed));
});

files.put('/documents/:id/files', express.raw({ type: () => true, limit: '1mb' }), async (request, response) => {
  const document = await find(request, await loggedInArchivist(request));
  const name = String(request.query.name ?? '');
  await fileStore.write(document.id, name, request.body ?? '');
  await database.rows('insert into files (document_id, name) values ($1, $2) on conflict do nothing', document.id, name);
  response.status(204).end();
});

files.get('/documents/:id/files', async (request, response) => {
  const document = await find(request, await loggedIn(request));
  const content = await fileStore.read(document.id, String(request.query.name ?? ''));
  response.type('application/octet-stream').send(content);
});

routes.post('/documents/:id/links', async (request, response) => {
  const document = await find(request, await loggedInArchivist(request));
  const until = body.number(body.fields(request), 'until', 0, 9_999_999_999);
  response.status(201).json({ link: links.made(document.id, until) });
});

/** For everybody who has the link. */
routes.get('/shared/:id', async (request, response) => {
  const id = idOf(request);
  const until = Number(request.query.until);
  const signature = String(request.query.signature ?? '');
  if (!links.isGood(id, until, signature) || until < Date.now() / 1000) {
    throw new Refused(403, 'This link does not open anything, or not any more.');
  }
  response.json(await database.row('select title, year, note from documents where id = $1', id));
});

function described(request) {
  const fields = body.fields(request);
  return [
    body.text(fields, 'title', 1, 200),
    body.number(fields, 'year', 1000, 2100),
    body.text(fields, 'note', 0, 2000),
  ];
}

function idOf(request) {
  const id = request.params.id;
  if (!/^\d{1,9}$/.test(id)) {
    throw new Refused(404, `There is no document ${id}.`);
  }
  return Number(id);
}

async function find(request, account) {
  const id = idOf(request);
  const document = await database.row(
    'select * from documents where id = $1 and municipality = $2',
    id,
    account.municipality,
  );
  if (document === undefined) {
    throw new Refused(404, `There is no document ${id}.`);
  }
  return document;
}

async function inFull({ id, title, year, note, added_by }) {
  const names = await database.rows('select name from files where document_id = $1 order by name', id);
  const addedBy = await database.row('select * from accounts where id = $1', added_by);
  return { id, title, year, note, addedBy: shown(addedBy), files: names.map(({ name }) => name) };
}

module.exports = { files, routes };
