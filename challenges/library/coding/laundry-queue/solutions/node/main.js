'use strict';

const http = require('node:http');
const { Queue } = require('./queue.js');
const { Refused } = require('./refusals.js');
const { fieldsOf, newJob, leaseMsOf, delayOf, leaseOf } = require('./validation.js');

const MAX_BODY = 256 * 1024;

const queues = new Map();

const routes = [
  ['POST', /^\/queues\/([^/]+)\/jobs$/, add],
  ['POST', /^\/queues\/([^/]+)\/take$/, take],
  ['POST', /^\/queues\/([^/]+)\/jobs\/([^/]+)\/ack$/, ack],
  ['POST', /^\/queues\/([^/]+)\/jobs\/([^/]+)\/fail$/, fail],
  ['GET', /^\/queues\/([^/]+)\/jobs\/([^/]+)$/, look],
  ['GET', /^\/queues\/([^/]+)\/dead$/, dead],
];

const server = http.createServer(async (request, response) => {
  try {
    const text = await readBody(request);
    const { action, queue, id } = route(request);
    const { status, body } = await action(queue, text, id);
    answer(response, status, body);
  } catch (error) {
    if (!(error instanceof Refused)) {
      console.error(error);
    }
    const { status, message } = error instanceof Refused ? error : { status: 500, message: 'Something broke here.' };
    answer(response, status, { error: message });
  }
});

function route(request) {
  for (const [method, pattern, action] of routes) {
    const match = request.method === method && pattern.exec(request.url);
    if (match) {
      const [, name, id] = match;
      return { action, queue: queueNamed(name), id };
    }
  }
  throw new Refused(404, 'There is nothing here.');
}

function queueNamed(name) {
  if (!queues.has(name)) {
    queues.set(name, new Queue());
  }
  return queues.get(name);
}

function add(queue, text) {
  const { job, isNew } = queue.add(newJob(fieldsOf(text)));
  return { status: isNew ? 201 : 200, body: job };
}

function take(queue, text) {
  const job = queue.take(leaseMsOf(fieldsOf(text)));
  return { status: job === undefined ? 204 : 200, body: job };
}

function ack(queue, text, id) {
  return { status: 200, body: queue.ack(id, leaseOf(fieldsOf(text))) };
}

function fail(queue, text, id) {
  const fields = fieldsOf(text);
  return { status: 200, body: queue.fail(id, leaseOf(fields), delayOf(fields)) };
}

function look(queue, _text, id) {
  return { status: 200, body: queue.look(id) };
}

function dead(queue) {
  return { status: 200, body: { jobs: queue.dead() } };
}

async function readBody(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MAX_BODY) {
      throw new Refused(413, `The body has more than ${MAX_BODY} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
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
