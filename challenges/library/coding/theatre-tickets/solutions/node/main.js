'use strict';

const express = require('express');
const { Accounts, shown } = require('./accounts.js');
const { Bookings } = require('./bookings.js');
const { Refused } = require('./refused.js');
const tokens = require('./tokens.js');
const { readBooking, readCredentials, readNewAccount, readRole } = require('./validation.js');

const STAFF = ['clerk', 'manager'];

const accounts = new Accounts();
const bookings = new Bookings();

const app = express();
app.disable('x-powered-by');
app.use(express.json());

app.post('/users', async (request, response) => {
  const { username, password } = readNewAccount(request.body);
  const account = await accounts.add(username, password);
  if (account === undefined) {
    throw new Refused(409, `The username ${username} is taken.`);
  }
  response.status(201).json(shown(account));
});

app.post('/login', async (request, response) => {
  const { username, password } = readCredentials(request.body);
  const account = await accounts.findWith(username, password);
  if (account === undefined) {
    throw new Refused(401, 'The username or the password is wrong.');
  }
  response.json({ token: tokens.issue(account), expiresIn: tokens.LIFETIME_SECONDS });
});

// What comes below needs a token.
app.use(authenticate);

app.get('/me', (request, response) => {
  response.json(shown(request.account));
});

app.get('/users', only('manager'), (request, response) => {
  response.json(accounts.all().map(shown));
});

app.put('/users/:username/role', only('manager'), (request, response) => {
  const role = readRole(request.body);
  const account = accounts.find(request.params.username);
  if (account === undefined) {
    throw new Refused(404, 'There is no such account.');
  }
  account.role = role;
  response.json(shown(account));
});

app.post('/bookings', (request, response) => {
  response.status(201).json(bookings.add(request.account.username, readBooking(request.body)));
});

app.get('/bookings', (request, response) => {
  response.json(bookings.all().filter((booking) => maySee(request.account, booking)));
});

app.get('/bookings/:id', (request, response) => {
  response.json(find(request));
});

app.delete('/bookings/:id', (request, response) => {
  bookings.remove(find(request));
  response.status(204).end();
});

app.post('/bookings/:id/admit', only(...STAFF), (request, response) => {
  const booking = find(request);
  booking.admitted = true;
  response.json(booking);
});

app.use(() => {
  throw new Refused(404, 'There is nothing here.');
});

// Express takes a function with four parameters for the handler of errors.
app.use((error, request, response, _next) => {
  const status = error.status ?? 500;
  if (status >= 500) {
    console.error(error);
  }
  response.status(status).json({ error: sentence(error, status) });
});

function authenticate(request, response, next) {
  const [, token] = /^Bearer (\S+)$/.exec(request.get('Authorization') ?? '') ?? [];
  request.account = accounts.find(tokens.usernameIn(token));
  if (request.account === undefined) {
    response.set('WWW-Authenticate', 'Bearer');
    throw new Refused(401, 'A token is needed that is signed, known and not expired.');
  }
  next();
}

/** The account's role decides: the one in the token may be out of date. */
function only(...roles) {
  return (request, response, next) => {
    if (!roles.includes(request.account.role)) {
      throw new Refused(403, `This is for the role ${roles.join(' or ')}.`);
    }
    next();
  };
}

/** The booking in the path; to who may not see it, there is none. */
function find(request) {
  const booking = bookings.find(Number(request.params.id));
  if (booking === undefined || !maySee(request.account, booking)) {
    throw new Refused(404, 'There is no such booking.');
  }
  return booking;
}

function maySee(account, booking) {
  return booking.username === account.username || STAFF.includes(account.role);
}

function sentence(error, status) {
  if (error.type === 'entity.parse.failed') {
    return 'The body is not JSON.';
  }
  return status >= 500 ? 'Something broke here.' : error.message;
}

async function start() {
  await accounts.add('director', 'Curtain-up-at-8', 'manager');
  app.listen(Number(process.env.PORT ?? 8080));
}

start();
