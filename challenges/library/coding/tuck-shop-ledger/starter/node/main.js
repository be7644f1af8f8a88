'use strict';

const http = require('node:http');

const routes = [
  ['POST', /^\/accounts$/, 'open'],
  ['GET', /^\/accounts\/([^/]+)$/, 'look'],
  ['GET', /^\/accounts\/([^/]+)\/entries$/, 'entries'],
  ['POST', /^\/accounts\/([^/]+)\/deposits$/, 'deposit'],
  ['POST', /^\/transfers$/, 'transfer'],
  ['POST', /^\/transfers\/([^/]+)\/reversal$/, 'reverse'],
];

const server = http.createServer(async (request, response) => {
  const text = await readBody(request);
  for (const [method, pattern, what] of routes) {
    const match = request.method === method && pattern.exec(request.url);
    if (match) {
      handle(response, { what, id: match[1], key: request.headers['idempotency-key'], text });
      return;
    }
  }
  answer(response, 404, { error: 'There is nothing here.' });
});

function handle(response, { what, id, key, text }) {
  let body;
  try {
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    answer(response, 400, { error: 'The body is not JSON.' });
    return;
  }
  answer(response, 501, { error: `This service cannot do this yet: ${what} ${id ?? ''}, key ${key}` });
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) {
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
