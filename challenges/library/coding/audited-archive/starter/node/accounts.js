'use strict';

const { randomBytes } = require('node:crypto');
const { Router } = require('express');
const body = require('./body');
const database = require('./database');
const passwords = require('./passwords');
const { Refused } = require('./refused');

const routes = Router();

routes.post('/login', async (request, response) => {
  const fields = body.fields(request);
  const username = body.text(fields, 'username', 1, 100);
  const password = body.text(fields, 'password', 1, 100);
  const account = await database.row('select * from accounts where username = $1', username);
  if (account === undefined) {
    throw new Refused(404, `There is no account ${username}.`);
  }
  if (!(await passwords.matches(password, account.password_hash))) {
    throw new Refused(401, 'The password is wrong.');
  }
  const token = randomBytes(32).toString('hex');
  await database.rows('insert into sessions (token, account_id) values ($1, $2)', token, account.id);
  response.json({ token, account: shown(account) });
});

routes.post('/logout', async (request, response) => {
  await loggedIn(request);
  await database.rows('delete from sessions where token = $1', tokenOf(request));
  response.status(303).set('Location', request.query.to ?? '/').end();
});

routes.get('/me', async (request, response) => {
  response.json(shown(await loggedIn(request)));
});

routes.patch('/me', async (request, response) => {
  const account = await loggedIn(request);
  const fields = body.fields(request);
  body.text(fields, 'name', 1, 80);
  // When the form gets another field, nothing is to be done here.
  const columns = Object.keys(fields).map((column, i) => `${column} = $${i + 2}`);
  const changed = await database.row(
    `update accounts set ${columns.join(', ')} where id = $1 returning *`,
    account.id,
    ...Object.values(fields),
  );
  response.json(shown(changed));
});

routes.post('/accounts', async (request, response) => {
  const archivist = await loggedInArchivist(request);
  const fields = body.fields(request);
  const username = body.text(fields, 'username', 3, 30);
  if (!/^[a-z0-9-]+$/.test(username)) {
    throw new Refused(400, 'A username consists of the characters a-z, 0-9 and -.');
  }
  const account = await database.row(
    `insert into accounts (username, name, municipality, role, password_hash) values ($1, $2, $3, 'clerk', $4)
     on conflict (username) do nothing returning *`,
    username,
    body.text(fields, 'name', 1, 80),
    archivist.municipality,
    await passwords.hashed(body.text(fields, 'password', 8, 100)),
  );
  if (account === undefined) {
    throw new Refused(409, `The username ${username} is taken.`);
  }
  response.status(201).json(shown(account));
});

/** What others may know of an account. */
function shown({ username, name, municipality, role }) {
  return { username, name, municipality, role };
}

async function loggedIn(request) {
  const account = await database.row(
    'select a.* from accounts a join sessions s on s.account_id = a.id where s.token = $1',
    tokenOf(request),
  );
  if (account === undefined) {
    throw new Refused(401, 'Please log in.');
  }
  return account;
}

async function loggedInArchivist(request) {
  const account = await loggedIn(request);
  if (account.role !== 'archivist') {
    throw new Refused(403, 'Only archivists may do this.');
  }
  return account;
}

function tokenOf(request) {
  return (request.get('Authorization') ?? '').replace(/^Bearer /, '');
}

module.exports = { loggedIn, loggedInArchivist, routes, shown };
