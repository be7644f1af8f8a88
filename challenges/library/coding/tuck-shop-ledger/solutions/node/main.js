'use strict';

const http = require('node:http');
const { Ledger } = require('./ledger.js');
const { Refused } = require('./refused.js');
const { fieldsOf, keyOf, ownerOf, amountOf, transferOf } = require('./validation.js');

const MAX_BODY = 64 * 1024;

const ledger = new Ledger();

const routes = [
  ['POST', /^\/accounts$/, open],
  ['GET', /^\/accounts\/([^/]+)$/, look],
  ['GET', /^\/accounts\/([^/]+)\/entries$/, entries],
  ['POST', /^\/accounts\/([^/]+)\/deposits$/, deposit],
  ['POST', /^\/transfers$/, transfer],
  ['POST', /^\/transfers\/([^/]+)\/reversal$/, reverse],
];

const server = http.createServer(async (request, response) => {
  try {
    const text = await readBody(request);
    const { status, body } = await route(request, text);
    answer(response, status, body);
  } catch (error) {
    if (!(error instanceof Refused)) {
      console.error(error);
    }
    const { status, message } = error instanceof Refused ? error : { status: 500, message: 'Something broke here.' };
    answer(response, status, { error: message });
  }
});

function route(request, text) {
  for (const [method, pattern, action] of routes) {
    const match = request.method === method && pattern.exec(request.url);
    if (match) {
      return action({ id: match[1], headers: request.headers, text });
    }
  }
  throw new Refused(404, 'There is nothing here.');
}

function open({ text }) {
  return { status: 201, body: ledger.open(ownerOf(fieldsOf(text))) };
}

function look({ id }) {
  return { status: 200, body: ledger.look(id) };
}

function entries({ id }) {
  return { status: 200, body: { entries: ledger.entries(id) } };
}

function deposit({ id, headers, text }) {
  const amount = amountOf(fieldsOf(text));
  return { status: 201, body: ledger.deposit(keyOf(headers), id, amount) };
}

function transfer({ headers, text }) {
  const wanted = transferOf(fieldsOf(text));
  return { status: 201, body: ledger.transfer(keyOf(headers), wanted) };
}

function reverse({ id, headers, text }) {
  fieldsOf(text);
  return { status: 201, body: ledger.reverse(keyOf(headers), id) };
}

async function readBody(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MAX_BODY) {
      throw new Refused(413, `The body has more than ${MAX_BODY} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response, status, body) {
  const payload = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': payload.length });
  response.end(payload);
}

server.listen(Number(process.env.PORT ?? 8080));
