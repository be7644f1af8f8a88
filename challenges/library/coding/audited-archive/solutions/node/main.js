'use strict';

const express = require('express');
const accounts = require('./accounts');
const documents = require('./documents');

const app = express();
app.disable('x-powered-by');
app.use(documents.files); // before the bodies are read as JSON
app.use(express.json());
app.use(accounts.routes);
app.use(documents.routes);

// Whatever a handler throws, or rejects with, ends here. Express takes a function with four parameters for that.
app.use((error, request, response, _next) => {
  const status = error.status ?? 500;
  if (status >= 500) {
    console.error(error);
  }
  response.status(status).json({ error: status >= 500 ? 'Something broke here.' : error.message });
});

app.listen(Number(process.env.PORT ?? 8080));
