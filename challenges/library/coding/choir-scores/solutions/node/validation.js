'use strict';

/** All that is wrong with a score, in the order of the fields. */
function problemsOf({ title, composer, voices, copies }) {
  const problems = [];
  const check = (field, isRight, message) => {
    if (!isRight) {
      problems.push({ field, message });
    }
  };
  check('title', isText(title), 'A title has 1 to 100 characters.');
  check('composer', isText(composer), 'A composer has 1 to 100 characters.');
  check('voices', voices.length > 0 && new Set(voices).size === voices.length, 'There is at least one voice, and none twice.');
  check('copies', copies >= 1 && copies <= 200, 'There are 1 to 200 copies.');
  return problems;
}

function isText(value) {
  return value.trim() !== '' && value.length <= 100;
}

module.exports = { problemsOf };
