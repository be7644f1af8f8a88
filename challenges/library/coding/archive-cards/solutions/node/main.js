import fastify from 'fastify';
import { Archive, Failed } from './archive.js';
import { Memory } from './memory.js';

const memory = new Memory(new Archive(process.env.ARCHIVE_URL ?? 'http://127.0.0.1:7001'));

const COLLECTIONS = ['cards', 'loans'];
const ID = { type: 'string', pattern: '^[A-Za-z0-9_-]{1,40}$' };

const question = {
  params: { type: 'object', properties: { id: ID } },
  querystring: { type: 'object', properties: { lang: { enum: ['en', 'de'], default: 'en' } } },
};

const notice = {
  body: {
    type: 'object',
    required: ['collection', 'id'],
    properties: { collection: { enum: COLLECTIONS }, id: ID },
  },
};

const app = fastify({ ajv: { customOptions: { coerceTypes: false } } });

for (const collection of COLLECTIONS) {
  app.get(`/${collection}/:id`, { schema: question }, async (request, reply) => {
    const { id } = request.params;
    const { lang } = request.query;
    const { text, stale } = await memory.recall({ collection, id, lang });
    if (text === undefined) {
      return reply.code(404).send({ error: `The archive has no ${id} in ${collection}.` });
    }
    return { id, lang, text, stale };
  });
}

app.post('/changes', { schema: notice }, async (request, reply) => {
  memory.forget(request.body.collection, request.body.id);
  return reply.code(204).send();
});

app.setNotFoundHandler((request, reply) => {
  reply.code(404).send({ error: 'There is nothing here. Ask for /cards/{id} or /loans/{id}.' });
});

app.setErrorHandler((error, request, reply) => {
  const status = error instanceof Failed ? 502 : (error.statusCode ?? 500);
  if (status === 500) {
    console.error(error);
  }
  reply.code(status).send({ error: status === 500 ? 'Something broke here.' : error.message });
});

app.listen({ port: Number(process.env.PORT ?? 8080), host: '0.0.0.0' }).catch((error) => {
  console.error(error);
  process.exit(1);
});
