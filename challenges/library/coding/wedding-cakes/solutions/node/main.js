'use strict';

const { createHmac, timingSafeEqual } = require('node:crypto');
const http = require('node:http');
const { Orders } = require('./orders');
const { Provider } = require('./provider');

const { PAYMENTS_URL, PAYMENTS_SECRET } = process.env;
const orders = new Orders();
const provider = new Provider(PAYMENTS_URL, PAYMENTS_SECRET);

const server = http.createServer(async (request, response) => {
  const body = await readBody(request);
  if (request.method === 'GET' && request.url.startsWith('/orders/')) {
    const order = orders.find(request.url.slice('/orders/'.length));
    answer(response, order ? 200 : 404, order ?? { error: 'There is no such order.' });
  } else if (request.method === 'POST' && request.url === '/orders') {
    await take(response, request.headers['idempotency-key'], body);
  } else if (request.method === 'POST' && request.url === '/webhooks/payments') {
    hear(response, request.headers.signature, body);
  } else {
    answer(response, 404, { error: 'There is nothing here.' });
  }
});

async function take(response, key, body) {
  const wish = wished(body);
  if (!key || key.length > 64 || !wish) {
    answer(response, 400, { error: 'An order has a key, a cake, and cents from 1 to 1,000,000.' });
    return;
  }
  const order = orders.of(key, wish);
  if (!order) {
    answer(response, 409, { error: 'The key belongs to another order.' });
    return;
  }
  await order.settle(provider);
  answer(response, order.code(), order);
}

function hear(response, signature, body) {
  if (!isSigned(body, signature ?? '')) {
    answer(response, 401, { error: 'The signature is wrong.' });
    return;
  }
  const event = JSON.parse(body.toString('utf8'));
  const order = orders.find(event.order);
  if (!order) {
    answer(response, 404, { error: 'There is no such order.' });
    return;
  }
  order.hear(event);
  answer(response, 204);
}

function isSigned(body, signature) {
  const expected = Buffer.from(createHmac('sha256', PAYMENTS_SECRET).update(body).digest('hex'));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function wished(body) {
  let fields;
  try {
    fields = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  const { cake, cents } = fields ?? {};
  const right =
    typeof cake === 'string' &&
    cake.length >= 1 &&
    cake.length <= 200 &&
    Number.isInteger(cents) &&
    cents >= 1 &&
    cents <= 1_000_000;
  return right ? { cake, cents } : undefined;
}

/** The body as it was sent. */
async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function answer(response, status, body) {
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  const payload = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': payload.length });
  response.end(payload);
}

server.listen(Number(process.env.PORT ?? 8080));
