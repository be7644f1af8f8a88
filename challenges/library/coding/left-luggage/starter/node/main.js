'use strict';

const http = require('node:http');

const server = http.createServer(async (request, response) => {
  if (request.method === 'PUT' || request.method === 'POST') {
    try {
      const body = await readJson(request);
    } catch {
      answer(response, 400, { error: 'The body is not JSON.' });
      return;
    }
  }
  answer(response, 501, { error: 'This service does nothing yet.' });
});

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

function answerNoContent(response) {
  response.writeHead(204);
  response.end();
}

server.listen(Number(process.env.PORT ?? 8080));
