'use strict';

const { readFileSync } = require('node:fs');
const { GraphQLError, buildSchema } = require('graphql');
const { compare } = require('./choir');
const cursors = require('./cursors');
const { problemsOf } = require('./validation');

const MOST_ON_A_PAGE = 50;

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

/** The fields of Query and Mutation. Below them, a value's methods answer the fields of their names. */
const root = {
  score: ({ id }, { choir }) => shownScore(choir.score(id)),

  singer: ({ id }, { choir }) => shownSinger(choir.singer(id)),

  scores({ composer, first, after }, { choir }) {
    if (first < 1 || first > MOST_ON_A_PAGE) {
      throw badInput(`first must be from 1 to ${MOST_ON_A_PAGE}.`);
    }
    const found = choir.scores(composer);
    const rest = after == null ? found : restAfter(after, found);
    const edges = rest.slice(0, first).map((score) => ({ cursor: cursors.made(score), node: shownScore(score) }));
    return {
      totalCount: found.length,
      edges,
      pageInfo: {
        hasNextPage: rest.length > edges.length,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  },

  addScore({ input }, { choir }) {
    const problems = problemsOf(input);
    return problems.length > 0
      ? { __typename: 'InvalidScore', problems }
      : shownScore(choir.addScore(input));
  },

  addSinger: ({ input }, { choir }) => shownSinger(choir.addSinger(input)),

  lend({ scoreId, singerId }, { choir }) {
    const { copy, ...refusal } = choir.lend(scoreId, singerId);
    return copy === undefined ? { __typename: 'NotLent', ...refusal } : shownCopy(copy);
  },

  giveBack({ scoreId, number }, { choir }) {
    const copy = choir.giveBack(scoreId, number);
    if (copy === null) {
      throw failure('NOT_LENT', 'This copy is not lent.');
    }
    return shownCopy(copy);
  },
};

function shownScore(score) {
  return (
    score && {
      ...score,
      __typename: 'Score',
      copies: ({ lent }) =>
        score.copies.filter(({ borrower }) => lent == null || lent === (borrower !== null)).map(shownCopy),
      copiesLeft: () => score.copies.filter(({ borrower }) => borrower === null).length,
    }
  );
}

function shownCopy(copy) {
  return {
    __typename: 'Copy',
    number: copy.number,
    score: () => shownScore(copy.score),
    borrower: () => shownSinger(copy.borrower),
  };
}

function shownSinger(singer) {
  return (
    singer && {
      id: singer.id,
      name: singer.name,
      voice: singer.voice,
      copies: (_, { choir }) => choir.copiesOf(singer).map(shownCopy),
      phone: (_, { librarian }) => (librarian ? singer.phone : refuse()),
      address: (_, { librarian }) => (librarian ? { street: singer.street, town: singer.town } : refuse()),
    }
  );
}

function refuse() {
  throw failure('FORBIDDEN', 'Only the librarian may see this.');
}

function restAfter(cursor, scores) {
  const place = cursors.placeAt(cursor);
  if (place === null) {
    throw badInput('after is no cursor of this list.');
  }
  return scores.filter((score) => compare(score, place) > 0);
}

function badInput(message) {
  return failure('BAD_INPUT', message);
}

function failure(code, message) {
  return new GraphQLError(message, { extensions: { code } });
}

module.exports = { root, schema };
