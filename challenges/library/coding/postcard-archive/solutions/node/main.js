'use strict';

const express = require('express');
const { Archive } = require('./archive');
const cursors = require('./cursors');
const { Refused } = require('./refused');
const validation = require('./validation');

const archive = new Archive(process.env.DATABASE_URL ?? 'postgresql://app:app@127.0.0.1:5432/app');

const app = express();
app.use(express.json());

app.post('/postcards', async (request, response) => {
  const card = await archive.add(validation.card(request.body));
  response.status(201).location(`/postcards/${card.id}`).json(card);
});

app.get('/postcards/:id', async (request, response) => {
  response.json(found(await archive.find(validation.cardId(request.params.id))));
});

app.delete('/postcards/:id', async (request, response) => {
  found(await archive.remove(validation.cardId(request.params.id)));
  response.status(204).end();
});

app.get('/postcards', async (request, response) => {
  const question = validation.question(request.query);
  const limit = validation.limit(request.query);
  const { cursor } = request.query;
  const position = cursor === undefined ? null : cursors.positionIn(cursor, question);
  const cards = await archive.page(question, position, limit + 1);
  const items = cards.slice(0, limit);
  const next = cards.length > limit ? cursors.after(items.at(-1), question) : null;
  response.json({ items, total: await archive.count(question), next });
});

app.use((request, response) => {
  response.status(404).json({ error: 'There is nothing here.' });
});

app.use((error, request, response, next) => {
  const status = error instanceof Refused ? error.status : (error.statusCode ?? 500);
  if (status >= 500) {
    console.error(error);
  }
  response.status(status).json({ error: status >= 500 ? 'Something broke here.' : error.message });
});

function found(card) {
  if (card === undefined) {
    throw new Refused(404, 'There is no such card.');
  }
  return card;
}

archive.migrate().then(() => app.listen(Number(process.env.PORT ?? 8080)));
