import fs from 'node:fs';
import path from 'node:path';

const COMPACT_FROM = 2 * 1024 * 1024;
const NAME = /^journal-(\d+)$/;
const LENGTH = 4;

/**
 * All items, in memory and in a journal: records of a length and a batch. A journal that has grown large is followed by the next one, which
 * begins with all items. Every method runs to its end before another request is looked at, so that none of them
 * may ever wait for anything.
 */
export class Journal {
  #folder;
  #generation;
  #file;
  #size;
  #compactAt;
  #items = new Map();

  constructor(folder) {
    this.#folder = folder;
    fs.mkdirSync(folder, { recursive: true });
    const generations = fs.readdirSync(folder).map((name) => Number(NAME.exec(name)?.[1] ?? 0));
    this.#generation = Math.max(1, ...generations);
    this.#open();
    this.#recover();
    this.#compactAt = COMPACT_FROM;
    this.#removeAllButThis();
  }

  find(key) {
    return this.#items.get(key);
  }

  withPrefix(prefix) {
    const found = [...this.#items].filter(([key]) => key.startsWith(prefix));
    return found.map(([key, value]) => ({ key, value })).sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  apply(changes) {
    if (this.#size > this.#compactAt) {
      this.#beginNextGeneration();
    }
    this.#append(encode(changes));
    this.#change(changes);
  }

  #append(record) {
    try {
      write(this.#file, record);
    } catch (error) {
      // Part of a record would spoil the next one.
      fs.ftruncateSync(this.#file, this.#size);
      throw error;
    }
    this.#size += record.length;
  }

  /** Reads up to the first record that is not complete: the one that a crash cut off, and nobody was told that it is stored. */
  #recover() {
    const content = fs.readFileSync(this.#path(this.#generation));
    let at = 0;
    while (at + LENGTH <= content.length && at + LENGTH + content.readUInt32BE(at) <= content.length) {
      const end = at + LENGTH + content.readUInt32BE(at);
      this.#change(JSON.parse(content.toString('utf8', at + LENGTH, end)));
      at = end;
    }
    fs.ftruncateSync(this.#file, at);
    this.#size = at;
  }

  /** A journal gets its name when all items are in it; until then the one before it counts. */
  #beginNextGeneration() {
    const unnamed = path.join(this.#folder, 'next');
    const file = fs.openSync(unnamed, 'w');
    write(file, encode([...this.#items].map(([key, value]) => ({ key, value }))));
    fs.closeSync(file);
    this.#generation += 1;
    fs.renameSync(unnamed, this.#path(this.#generation));
    fs.closeSync(this.#file);
    this.#open();
    this.#compactAt = Math.max(COMPACT_FROM, 2 * this.#size);
    this.#removeAllButThis();
  }

  #open() {
    this.#file = fs.openSync(this.#path(this.#generation), 'a');
    this.#size = fs.fstatSync(this.#file).size;
  }

  #removeAllButThis() {
    const current = path.basename(this.#path(this.#generation));
    for (const name of fs.readdirSync(this.#folder).filter((each) => each !== current)) {
      fs.unlinkSync(path.join(this.#folder, name));
    }
  }

  #path(generation) {
    return path.join(this.#folder, `journal-${generation}`);
  }

  #change(changes) {
    for (const { key, value } of changes) {
      if (value === undefined) {
        this.#items.delete(key);
      } else {
        this.#items.set(key, value);
      }
    }
  }
}

function encode(changes) {
  const batch = Buffer.from(JSON.stringify(changes));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(batch.length);
  return Buffer.concat([length, batch]);
}

function write(file, bytes) {
  // The kernel may take less than all.
  for (let done = 0; done < bytes.length; ) {
    done += fs.writeSync(file, bytes, done);
  }
}
