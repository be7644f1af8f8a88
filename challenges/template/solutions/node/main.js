'use strict';

const http = require('node:http');

const notes = new Map();

const server = http.createServer(async (request, response) => {
  const body = await readBody(request);
  const found = /^\/notes\/(\d+)$/.exec(request.url);
  if (request.method === 'POST' && request.url === '/notes') {
    leave(body, response);
  } else if (request.method === 'GET' && found && notes.has(Number(found[1]))) {
    answer(response, 200, notes.get(Number(found[1])));
  } else {
    answer(response, 404, { error: 'There is no such note.' });
  }
});

function leave(body, response) {
  const text = textOf(body);
  if (typeof text !== 'string' || text === '') {
    answer(response, 400, { error: 'text must be a string that is not empty.' });
    return;
  }
  const note = { number: notes.size + 1, text };
  notes.set(note.number, note);
  answer(response, 201, note);
}

function textOf(body) {
  try {
    return JSON.parse(body)?.text;
  } catch {
    return undefined;
  }
}

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
