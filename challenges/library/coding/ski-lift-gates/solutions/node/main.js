'use strict';

const http = require('node:http');
const { Passages } = require('./passages');

const passages = new Passages();

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const [, , gate, question] = url.pathname.split('/');
  const number = (name) => Number(url.searchParams.get(name));
  if (request.method === 'POST' && url.pathname === '/passages') {
    JSON.parse(await readBody(request)).forEach((passage) => passages.add(passage));
    response.writeHead(204).end();
  } else if (question === 'busiest') {
    answer(response, 200, passages.busiest(gate, number('from'), number('to'), number('window')));
  } else if (question === 'regulars') {
    answer(response, 200, passages.regulars(gate, number('from'), number('to'), number('limit')));
  } else {
    answer(response, 404, { error: 'There is nothing here.' });
  }
});

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
