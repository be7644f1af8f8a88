'use strict';

const http = require('node:http');

// Windows in milliseconds; alone is the limit while Redis is away.
const RULES = new Map([
  ['pictures', { name: 'pictures', limit: 20, window: 3_600_000, mostAtOnce: 5, alone: 5 }],
  ['feeding', { name: 'feeding', limit: 100, window: 3_600_000, mostAtOnce: 20, alone: 20 }],
  ['live', { name: 'live', limit: 1, window: 1000, mostAtOnce: 1, alone: 1 }],
]);

// The packages redis and ioredis are there to speak with it.
const REDIS_URL = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';

const server = http.createServer(async (request, response) => {
  let body;
  try {
    body = await readJson(request);
  } catch {
    answer(response, 400, { error: 'The body is not JSON.' });
    return;
  }
  answer(response, 501, { error: 'This gate decides nothing yet.' });
});

async function readJson(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function answer(response, status, body, headers = {}) {
  const payload = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': payload.length,
    ...headers,
  });
  response.end(payload);
}

server.listen(Number(process.env.PORT ?? 8080));
