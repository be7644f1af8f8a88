'use strict';

const fastify = require('fastify');
const Redis = require('ioredis');

const redis = new Redis(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379');
// Without a listener, each failed attempt to connect is written to the log.
redis.on('error', (error) => console.error(error.message));

const app = fastify();

app.post('/leagues/:league/nights/:night/reports', async (request, reply) => {
  const { league, night } = request.params;
  const { report, team, points } = request.body;
  reply.code(501);
  return { error: 'This service does nothing yet.' };
});

app.get('/leagues/:league/nights/:night/ranking', async (request, reply) => {
  const { limit = '10' } = request.query;
  reply.code(501);
  return { error: `This service does nothing yet. Redis has ${await redis.dbsize()} keys.` };
});

// What is not JSON ends here, too.
app.setErrorHandler((error, request, reply) => {
  reply.code(error.statusCode ?? 500).send({ error: error.message });
});

app.listen({ port: Number(process.env.PORT ?? 8080), host: '0.0.0.0' });
