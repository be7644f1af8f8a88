'use strict';

const http = require('node:http');

const server = http.createServer(async (request, response) => {
  await readBody(request);
  answer(response, 501, { error: 'This service does nothing yet.' });
});

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
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
