'use strict';

const express = require('express');
const { graphql } = require('graphql');
const { root, schema } = require('./resolvers');

const app = express();
app.disable('x-powered-by');
app.use(express.json());

app.post('/graphql', async (request, response) => {
  const { query, variables, operationName } = request.body ?? {};
  if (typeof query !== 'string') {
    response.status(400).json({ errors: [{ message: 'The body must be a JSON object with a query.' }] });
    return;
  }
  const result = await graphql({
    schema,
    source: query,
    rootValue: root,
    // What a resolver finds in its second parameter.
    contextValue: { librarian: request.get('X-Librarian') === 'yes' },
    variableValues: variables,
    operationName,
  });
  response.json(result);
});

// Express takes a function with four parameters for the handler of errors.
app.use((error, request, response, _next) => {
  const status = error.status ?? 500;
  if (status >= 500) {
    console.error(error);
  }
  const message = status >= 500 ? 'Something broke here.' : error.message;
  response.status(status).json({ errors: [{ message }] });
});

app.listen(Number(process.env.PORT ?? 8080));
