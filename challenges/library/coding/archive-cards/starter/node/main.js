'use strict';

const http = require('node:http');

const ARCHIVE_URL = process.env.ARCHIVE_URL ?? 'http://127.0.0.1:7001';

const server = http.createServer(async (request, response) => {
  try {
    await handle(request, response);
  } catch (error) {
    console.error(error);
    answer(response, 500, { error: 'Something broke here.' });
  }
});

async function handle(request, response) {
  const url = new URL(request.url, 'http://localhost');
  const [, collection, id] = url.pathname.split('/');
  if (request.method !== 'GET') {
    await readJson(request);
    answer(response, 501, { error: 'This is not done yet.' });
    return;
  }
  const { status, card } = await ask(collection, id, 'en');
  answer(response, status, { id, lang: 'en', text: card.text, stale: false });
}

// Passes the question on to the archive, and remembers nothing.
async function ask(collection, id, lang) {
  const response = await fetch(`${ARCHIVE_URL}/${collection}/${id}?lang=${lang}`);
  return { status: response.status, card: await response.json() };
}

async function readJson(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function answer(response, status, body) {
  const payload = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': payload.length });
  response.end(payload);
}

server.listen(Number(process.env.PORT ?? 8080));
