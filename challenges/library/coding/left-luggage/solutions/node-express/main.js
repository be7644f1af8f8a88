import express from 'express';
import { Journal } from './journal.js';
import { Refused, keyOf, readBatch, readItem } from './validation.js';

const journal = new Journal('data');

const app = express();
app.disable('x-powered-by');
app.enable('case sensitive routing');
app.use(express.json({ limit: '1mb', strict: false }));

app.get('/items', (request, response) => {
  response.json({ items: journal.withPrefix(keyOf(request.query.prefix)) });
});

app
  .route('/items/:key')
  .get((request, response) => {
    const { key } = request.params;
    const value = journal.find(key);
    if (value === undefined) {
      throw new Refused(404, `There is no item ${key}.`);
    }
    response.json({ key, value });
  })
  .put((request, response) => {
    journal.apply([{ key: keyOf(request.params.key), value: readItem(request.body) }]);
    response.status(204).end();
  })
  .delete((request, response) => {
    journal.apply([{ key: keyOf(request.params.key) }]);
    response.status(204).end();
  });

app.post('/batch', (request, response) => {
  journal.apply(readBatch(request.body));
  response.status(204).end();
});

app.use(() => {
  throw new Refused(404, 'There is nothing here.');
});

// Express takes a function with four parameters for the handler of errors.
app.use((error, request, response, _next) => {
  const status = error.status ?? 500;
  if (status >= 500) {
    console.error(error);
  }
  response.status(status).json({ error: sentence(error, status) });
});

function sentence(error, status) {
  if (error.type === 'entity.parse.failed') {
    return 'The body is not JSON.';
  }
  return status >= 500 ? 'Something broke here.' : error.message;
}

app.listen(Number(process.env.PORT ?? 8080));
