'use strict';

const { randomBytes } = require('node:crypto');
const { Router } = require('express');
const body = require('./body');
const database = require('./database');
const passwords = require('./passwords');
const { Refused } = require('./refused');

const routes = Router();

// Compared with when there is no such account, so that the answer does not come sooner.
const nobody = passwords.hashed(randomBytes(32).toString('hex'));

routes.post('/login', async (request, response) => {
  const fields = body.fields(request);
  const username = body.text(fields, 'username', 1, 100);
  const password = body.text(fields, 'password', 1, 100);
  const account = await database.row('select * from accounts where username = $1', username);
  const right = await passwords.matches(password, account?.password_hash ?? (await nobody));
  if (account === undefined || !right) {
    throw new Refused(401, 'The username or the password is wrong.');
  }
  const token = randomBytes(32).toString('hex');
  await database.rows('insert into sessions (token, account_id) values ($1, $2)', token, account.id);
  response.json({ token, account: shown(account) });
});

routes.post('/logout', async (request, response) => {
  await loggedIn(request);
  await database.rows('delete from sessions where token = $1', tokenOf(request));
  response.status(303).set('Location', localPath(request.query.to)).end();
});

routes.get('/me', async (request, response) => {
  response.json(shown(await loggedIn(request)));
});

routes.patch('/me', async (request, response) => {
  const account = await loggedIn(request);
  const name = body.text(body.fields(request), 'name', 1, 80);
  const changed = await database.row('update accounts set name = $1 where id = $2 returning *', name, account.id);
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

/** The path, or / when it is none. Browsers take // and /\ for the beginning of a host, and pass over tabs and line breaks. */
function localPath(to) {
  return typeof to === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(to) ? to : '/';
}

module.exports = { loggedIn, loggedInArchivist, routes, shown };
