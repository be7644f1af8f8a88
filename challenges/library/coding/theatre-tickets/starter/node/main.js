'use strict';

const express = require('express');

const KEY = 'the-show-must-go-on-but-nobody-gets-in-for-free';
const DIRECTOR = { username: 'director', password: 'Curtain-up-at-8' };

const app = express();
app.disable('x-powered-by');
app.use(express.json());

app.post('/users', (request, response) => {
  const fields = request.body; // undefined when there was none
  response.status(501).json({ error: 'This service does nothing yet.' });
});

app.use((request, response) => {
  response.status(501).json({ error: 'This service does nothing yet.' });
});

// Whatever a handler throws, or rejects with, ends here. Express takes a function with four parameters for that.
app.use((error, request, response, _next) => {
  const status = error.status ?? 500;
  if (status >= 500) {
    console.error(error);
  }
  response.status(status).json({ error: status >= 500 ? 'Something broke here.' : error.message });
});

app.listen(Number(process.env.PORT ?? 8080));
