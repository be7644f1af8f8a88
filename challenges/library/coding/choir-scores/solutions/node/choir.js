'use strict';

/** The library: its scores, who sings, and who has what. */
class Choir {
  #scores = new Map();
  #singers = new Map();

  score(id) {
    return this.#scores.get(id) ?? null;
  }

  singer(id) {
    return this.#singers.get(id) ?? null;
  }

  /** Sorted by title, and equal titles in the order in which they came. */
  scores(composer) {
    return [...this.#scores.values()]
      .filter((score) => composer == null || score.composer === composer)
      .sort(compare);
  }

  copiesOf(singer) {
    return [...this.#scores.values()].flatMap((score) => score.copies.filter((copy) => copy.borrower === singer));
  }

  addScore({ title, composer, voices, copies }) {
    const id = this.#scores.size + 1;
    const score = { id, title, composer, voices };
    score.copies = Array.from({ length: copies }, (_, i) => ({ score, number: i + 1, borrower: null }));
    this.#scores.set(String(id), score);
    return score;
  }

  addSinger(details) {
    const id = this.#singers.size + 1;
    const singer = { id, ...details };
    this.#singers.set(String(id), singer);
    return singer;
  }

  /** Either the copy, or the reason why there is none. */
  lend(scoreId, singerId) {
    const score = this.score(scoreId);
    if (score === null) {
      return notLent('NO_SUCH_SCORE', 'There is no such score.');
    }
    const singer = this.singer(singerId);
    if (singer === null) {
      return notLent('NO_SUCH_SINGER', 'Nobody of that kind sings here.');
    }
    if (!score.voices.includes(singer.voice)) {
      return notLent('WRONG_VOICE', `${score.title} has no part for ${singer.name}.`);
    }
    if (score.copies.some((copy) => copy.borrower === singer)) {
      return notLent('HAS_ONE', `${singer.name} has one already.`);
    }
    const copy = score.copies.find(({ borrower }) => borrower === null);
    if (copy === undefined) {
      return notLent('NONE_LEFT', 'All copies are lent.');
    }
    copy.borrower = singer;
    return { copy };
  }

  /** The copy, or null when it is not lent. */
  giveBack(scoreId, number) {
    const copy = this.score(scoreId)?.copies.find((copy) => copy.number === number);
    if (!copy?.borrower) {
      return null;
    }
    copy.borrower = null;
    return copy;
  }
}

function notLent(reason, message) {
  return { reason, message };
}

/** By their places in lists: the title, then the number. */
function compare(a, b) {
  if (a.title !== b.title) {
    return a.title < b.title ? -1 : 1;
  }
  return a.id - b.id;
}

module.exports = { Choir, compare };
