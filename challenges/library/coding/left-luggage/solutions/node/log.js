'use strict';

const fs = require('node:fs');

const COMPACT_FROM = 1024 * 1024;

/**
 * Batches of changes in a file, one a line, in the order in which they were made. Nothing is buffered here, and every
 * method has done its work when it returns: what the kernel has been given outlives this process.
 */
class Log {
  #path;
  #file;
  #size;
  #compactAt = COMPACT_FROM;

  constructor(path) {
    this.#path = path;
    this.#open();
  }

  get isLarge() {
    return this.#size > this.#compactAt;
  }

  /** All batches. A crash may have cut off the last line; nobody was told that it is stored, and it goes. */
  replay() {
    const content = fs.readFileSync(this.#path);
    const end = content.lastIndexOf('\n') + 1;
    this.#cut(end);
    return content.toString('utf8', 0, end).split('\n').filter(Boolean).map((line) => JSON.parse(line));
  }

  append(batch) {
    const line = encode(batch);
    try {
      write(this.#file, line);
    } catch (error) {
      // Half a line would spoil the next one.
      this.#cut(this.#size);
      throw error;
    }
    this.#size += line.length;
  }

  /** Begins anew with what is left of all changes. Until that is complete, the old file stays in its place. */
  rewrite(items) {
    const path = `${this.#path}.new`;
    const file = fs.openSync(path, 'w');
    for (const item of items) {
      write(file, encode([item]));
    }
    fs.closeSync(file);
    fs.renameSync(path, this.#path);
    fs.closeSync(this.#file);
    this.#open();
    this.#compactAt = Math.max(COMPACT_FROM, 2 * this.#size);
  }

  #open() {
    this.#file = fs.openSync(this.#path, 'a');
    this.#size = fs.fstatSync(this.#file).size;
  }

  #cut(size) {
    fs.ftruncateSync(this.#file, size);
    this.#size = size;
  }
}

/** JSON escapes line breaks, so that a line ends where the batch ends. */
function encode(batch) {
  return Buffer.from(`${JSON.stringify(batch)}\n`);
}

function write(file, bytes) {
  // The kernel may take less than all.
  for (let done = 0; done < bytes.length; ) {
    done += fs.writeSync(file, bytes, done);
  }
}

module.exports = { Log };
