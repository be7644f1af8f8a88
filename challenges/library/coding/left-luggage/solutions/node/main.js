'use strict';

const http = require('node:http');
const { Log } = require('./log.js');
const { Store } = require('./store.js');
const { Refused, key, parseBatch, parseItem } = require('./validation.js');

const MAX_BODY = 1024 * 1024;

const store = new Store(new Log('items.log'));

const server = http.createServer(async (request, response) => {
  try {
    await route(request, response);
  } catch (error) {
    if (!(error instanceof Refused)) {
      console.error(error);
    }
    const { status, message } = error instanceof Refused ? error : { status: 500, message: 'Something broke here.' };
    answer(response, status, { error: message });
  }
});

async function route(request, response) {
  const [path, query] = request.url.split('?', 2);
  const name = path.startsWith('/items/') ? path.slice('/items/'.length) : null;
  if (request.method === 'GET' && path === '/items') {
    list(new URLSearchParams(query).get('prefix'), response);
  } else if (request.method === 'GET' && name !== null) {
    show(name, response);
  } else if (request.method === 'PUT' && name !== null) {
    const body = await readBody(request);
    change([[key(name), parseItem(body)]], response);
  } else if (request.method === 'DELETE' && name !== null) {
    change([[key(name), null]], response);
  } else if (request.method === 'POST' && path === '/batch') {
    const body = await readBody(request);
    change(parseBatch(body), response);
  } else {
    throw new Refused(404, 'There is nothing here.');
  }
}

function list(prefix, response) {
  answer(response, 200, { items: store.withPrefix(key(prefix)) });
}

function show(name, response) {
  const value = store.find(name);
  if (value === undefined) {
    throw new Refused(404, `There is no item ${name}.`);
  }
  answer(response, 200, { key: name, value });
}

function change(batch, response) {
  store.apply(batch);
  response.writeHead(204);
  response.end();
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
