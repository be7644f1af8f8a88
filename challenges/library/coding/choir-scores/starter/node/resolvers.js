'use strict';

const { readFileSync } = require('node:fs');
const { buildSchema } = require('graphql');

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

/**
 * The fields of Query and Mutation. Each is called with its arguments and the context. Below them, fields are read from the value by
 * their names, or answered by its methods, which are called in the same way. In a union, __typename says what a value is.
 */
const root = {
  score({ id }, context) {
    return null;
  },

  singer({ id }, context) {
    return null;
  },
};

module.exports = { root, schema };
