'use strict';

const express = require('express');
const { Pool } = require('pg');

const database = new Pool({
  connectionString: process.env.DATABASE_URL ?? 'postgresql://app:app@127.0.0.1:5432/app',
  max: 8,
});
// Without a listener, a connection that is lost would end the service.
database.on('error', (error) => console.error(error.message));

// Carried out at every start, so it must bear to find its work done.
async function migrate() {
  await database.query('select 1');
}

const app = express();
// What is not JSON ends in the error handler at the end of this file.
app.use(express.json());

app.get('/postcards', async (request, response) => {
  const { order = 'oldest' } = request.query;
  const { rows } = await database.query('select count(*) as cards from postcards');
  response.status(501).json({ error: `This service does nothing yet with its ${rows[0].cards} cards.` });
});

app.post('/postcards', async (request, response) => {
  const card = request.body;
  response.status(501).json({ error: 'This service does nothing yet.' });
});

app.use((request, response) => {
  response.status(404).json({ error: 'There is nothing here.' });
});

app.use((error, request, response, next) => {
  response.status(error.statusCode ?? 500).json({ error: error.message });
});

migrate().then(() => app.listen(Number(process.env.PORT ?? 8080)));
