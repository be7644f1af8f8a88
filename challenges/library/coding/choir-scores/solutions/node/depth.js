'use strict';

const { GraphQLError, Kind } = require('graphql');

const MOST = 8;

/** For a document that is valid: its fragments are all there, and none contains itself. */
function checkDepth(document, operation) {
  const fragments = new Map(
    document.definitions
      .filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

  const depthOf = (selectionSet) => (selectionSet ? Math.max(...selectionSet.selections.map(depthOfSelection)) : 0);

  function depthOfSelection(selection) {
    switch (selection.kind) {
      case Kind.FIELD:
        return 1 + depthOf(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return depthOf(fragments.get(selection.name.value).selectionSet);
      default:
        return depthOf(selection.selectionSet);
    }
  }

  const depth = depthOf(operation.selectionSet);
  if (depth > MOST) {
    throw new GraphQLError(`The operation is ${depth} fields deep. At most ${MOST} are allowed.`, {
      extensions: { code: 'TOO_DEEP' },
    });
  }
}

module.exports = { checkDepth };
