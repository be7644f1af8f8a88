'use strict';

const http = require('node:http');

const server = http.createServer(async (request, response) => {
  const body = await readBody(request);
  answer(response, 501, { error: `${request.method} ${request.url} with ${body.length} characters is not understood yet.` });
});

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

server.listen(Number(process.env.PORT ?? 8080));
