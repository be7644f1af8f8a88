'use strict';

const express = require('express');
const { Desk } = require('./desk.js');
const { shown } = require('./parcel.js');
const { readCollection, readFlat, readNote, readNumber, readRegistration } = require('./validation.js');

const desk = new Desk();

const app = express();
app.disable('x-powered-by');
app.use(express.json());

app.post('/parcels', (request, response) => {
  response.status(201).json(shown(desk.register(readRegistration(request.body))));
});

app.get('/parcels/:id', (request, response) => {
  response.json(shown(desk.find(request.params.id)));
});

app.get('/parcels', (request, response) => {
  const flat = readFlat(request.query.flat);
  const page = readNumber(request.query, 'page', 1, { least: 1, most: 1_000_000 });
  const size = readNumber(request.query, 'size', 20, { least: 1, most: 50 });
  response.json(desk.page(flat, page, size));
});

app.patch('/parcels/:id', (request, response) => {
  const { flat } = request.body ?? {};
  response.json(shown(desk.move(request.params.id, readFlat(flat))));
});

app.post('/parcels/:id/notes', (request, response) => {
  response.status(201).json(shown(desk.addNote(request.params.id, readNote(request.body))));
});

app.post('/parcels/:id/collection', (request, response) => {
  const { code, at } = readCollection(request.body);
  response.json(shown(desk.collect(request.params.id, code, at)));
});

app.get('/flats/:flat/summary', (request, response) => {
  response.json(desk.summary(readFlat(request.params.flat)));
});

// Express takes a function with four parameters for the handler of errors.
app.use((error, request, response, _next) => {
  const status = error.status ?? 500;
  if (status >= 500) {
    console.error(error);
  }
  response.status(status).json({ error: status >= 500 ? 'Something broke here.' : error.message });
});

app.listen(Number(process.env.PORT ?? 8080));
