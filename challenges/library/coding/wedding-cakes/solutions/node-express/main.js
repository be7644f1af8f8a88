'use strict';

const { createHmac, timingSafeEqual } = require('node:crypto');
const express = require('express');
const { Orders } = require('./orders');
const { Provider } = require('./provider');

const { PAYMENTS_URL, PAYMENTS_SECRET } = process.env;
const orders = new Orders();
const provider = new Provider(PAYMENTS_URL, PAYMENTS_SECRET);
const app = express();

app.get('/orders/:id', (request, response) => {
  const order = orders.find(request.params.id);
  response.status(order ? 200 : 404).json(order ?? { error: 'There is no such order.' });
});

app.post('/orders', express.json({ strict: false }), async (request, response) => {
  const key = request.get('Idempotency-Key') ?? '';
  const { cake, cents } = request.body ?? {};
  if (!isBetween(key.length, 1, 64) || !isCake(cake) || !isPrice(cents)) {
    response.status(400).json({ error: 'An order has a key, a cake, and cents from 1 to 1,000,000.' });
    return;
  }
  const order = orders.of(key, { cake, cents });
  if (!order) {
    response.status(409).json({ error: 'The key belongs to another order.' });
    return;
  }
  await order.settle(provider);
  response.status(order.code()).json(order);
});

// The signature is over the bytes, so this route must not parse before it has looked at them.
app.post('/webhooks/payments', express.raw({ type: () => true }), (request, response) => {
  if (!isSigned(request.body, request.get('Signature') ?? '')) {
    response.status(401).json({ error: 'The signature is wrong.' });
    return;
  }
  const event = JSON.parse(request.body.toString('utf8'));
  const order = orders.find(event.order);
  if (!order) {
    response.status(404).json({ error: 'There is no such order.' });
    return;
  }
  order.hear(event);
  response.sendStatus(204);
});

app.use((error, _request, response, _next) => {
  response.status(error.status ?? 500).json({ error: 'The body is not JSON.' });
});

function isSigned(body, signature) {
  const expected = Buffer.from(createHmac('sha256', PAYMENTS_SECRET).update(body).digest('hex'));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function isCake(cake) {
  return typeof cake === 'string' && isBetween(cake.length, 1, 200);
}

function isPrice(cents) {
  return Number.isInteger(cents) && isBetween(cents, 1, 1_000_000);
}

function isBetween(number, least, most) {
  return number >= least && number <= most;
}

app.listen(Number(process.env.PORT ?? 8080));
