'use strict';

const express = require('express');
const { GraphQLError, execute, getOperationAST, parse, validate } = require('graphql');
const { Choir } = require('./choir');
const { checkDepth } = require('./depth');
const { root, schema } = require('./resolvers');

const choir = new Choir();

const app = express();
app.disable('x-powered-by');
app.use(express.json());

app.post('/graphql', async (request, response) => {
  const { query, variables, operationName } = request.body ?? {};
  if (typeof query !== 'string') {
    response.status(400).json({ errors: [{ message: 'The body must be a JSON object with a query.' }] });
    return;
  }
  const contextValue = { choir, librarian: request.get('X-Librarian') === 'yes' };
  response.json(await answer(query, variables ?? {}, operationName, contextValue));
});

async function answer(query, variableValues, operationName, contextValue) {
  let document;
  try {
    document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) {
      return { errors };
    }
    const operation = getOperationAST(document, operationName);
    if (operation) {
      checkDepth(document, operation);
    }
  } catch (error) {
    if (error instanceof GraphQLError) {
      return { errors: [error] };
    }
    throw error;
  }
  return execute({ schema, document, rootValue: root, contextValue, variableValues, operationName });
}

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
