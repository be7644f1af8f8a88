'use strict';

const fastify = require('fastify');
const { Passages } = require('./passages');

const passages = new Passages();
const app = fastify();

const numbers = (...names) => ({
  querystring: {
    type: 'object',
    required: names,
    properties: Object.fromEntries(names.map((name) => [name, { type: 'integer' }])),
  },
});

app.post('/passages', (request, reply) => {
  request.body.forEach((passage) => passages.add(passage));
  reply.code(204).send();
});

app.get('/gates/:gate/busiest', { schema: numbers('from', 'to', 'window') }, ({ params, query }, reply) => {
  reply.send(passages.busiest(params.gate, query.from, query.to, query.window));
});

app.get('/gates/:gate/regulars', { schema: numbers('from', 'to', 'limit') }, ({ params, query }, reply) => {
  reply.send(passages.regulars(params.gate, query.from, query.to, query.limit));
});

app.listen({ port: Number(process.env.PORT ?? 8080), host: '0.0.0.0' });
