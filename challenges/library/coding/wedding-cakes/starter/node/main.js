'use strict';

const http = require('node:http');

const { PAYMENTS_URL, PAYMENTS_SECRET } = process.env;

const server = http.createServer(async (request, response) => {
  const body = await readBody(request);
  answer(response, 501, { error: 'This service does nothing yet.' });
});

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
