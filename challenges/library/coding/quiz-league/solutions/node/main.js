'use strict';

const fastify = require('fastify');
const { Refused } = require('./refused');
const { Table, TableAway } = require('./table');
const validation = require('./validation');

const table = new Table(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379');
const app = fastify();

app.post('/leagues/:league/nights/:day/reports', async (request, reply) => {
  const night = validation.nightToReport(request.params);
  const report = validation.report(request.body);
  const { isNew, counted } = await table.count(night, report);
  if (counted.team !== report.team || counted.points !== report.points) {
    throw new Refused(409, 'This report has been counted with another team or other points.');
  }
  reply.code(isNew ? 201 : 200);
  return { report: report.report, ...counted };
});

app.get('/leagues/:league/nights/:day/ranking', async (request) => {
  const limit = validation.number(request.query, 'limit', 1, 100, 10);
  return table.best(validation.night(request.params), limit);
});

app.get('/leagues/:league/nights/:day/standing', async (request) => {
  const span = validation.number(request.query, 'span', 0, 25, 2);
  const { team } = request.query;
  if (typeof team !== 'string') {
    throw new Refused(400, 'The question for a standing must name a team.');
  }
  const around = await table.around(validation.night(request.params), team, span);
  const itself = around.find((entry) => entry.team === team);
  if (itself === undefined) {
    throw new Refused(404, 'The team has no report on that night.');
  }
  return { ...itself, around };
});

app.setErrorHandler((error, request, reply) => {
  if (error instanceof TableAway) {
    return reply.code(503).send({ error: 'The table cannot be reached at the moment. Try again.' });
  }
  const status = error instanceof Refused ? error.status : (error.statusCode ?? 500);
  if (status >= 500) {
    console.error(error);
  }
  return reply.code(status).send({ error: status >= 500 ? 'Something broke here.' : error.message });
});

async function start() {
  await table.connect();
  await app.listen({ port: Number(process.env.PORT ?? 8080), host: '0.0.0.0' });
}

start();
