'use strict';

const Fastify = require('fastify');
const { Queue } = require('./queue.js');
const { addSchema, takeSchema, ackSchema, failSchema } = require('./schemas.js');

const queues = new Map();

const app = Fastify({
  // A text is not a number here, and null means left out.
  ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allowUnionTypes: true } },
});

app.post('/queues/:name/jobs', { schema: addSchema }, async (request, reply) => {
  const { job, isNew } = queueOf(request).add(request.body);
  reply.code(isNew ? 201 : 200);
  return job;
});

app.post('/queues/:name/take', { schema: takeSchema }, async (request, reply) => {
  const job = queueOf(request).take(request.body.leaseMs);
  if (job === undefined) {
    reply.code(204);
  }
  return job;
});

app.post('/queues/:name/jobs/:id/ack', { schema: ackSchema }, async (request) =>
  queueOf(request).ack(request.params.id, request.body.lease));

app.post('/queues/:name/jobs/:id/fail', { schema: failSchema }, async (request) =>
  queueOf(request).fail(request.params.id, request.body.lease, request.body.delayMs));

app.get('/queues/:name/jobs/:id', async (request) => queueOf(request).look(request.params.id));

app.get('/queues/:name/dead', async (request) => ({ jobs: queueOf(request).dead() }));

app.setErrorHandler((error, _request, reply) => {
  const status = error.statusCode ?? 500;
  if (status >= 500) {
    console.error(error);
  }
  reply.code(status).send({ error: status >= 500 ? 'Something broke here.' : error.message });
});

function queueOf(request) {
  const { name } = request.params;
  if (!queues.has(name)) {
    queues.set(name, new Queue());
  }
  return queues.get(name);
}

app.listen({ port: Number(process.env.PORT ?? 8080), host: '0.0.0.0' });
