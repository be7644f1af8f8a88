'use strict';

const { mkdir, readFile, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { Refused } = require('./refused');

// Each document has a folder of its own.
const FILES = 'files';

async function write(document, name, content) {
  const file = pathOf(document, name);
  await mkdir(path.join(FILES, String(document)), { recursive: true });
  await writeFile(file, content);
}

async function read(document, name) {
  const file = pathOf(document, name);
  try {
    return await readFile(file);
  } catch {
    throw new Refused(404, `The document has no file ${name}.`);
  }
}

function pathOf(document, name) {
  if (name.length < 1 || name.length > 60) {
    throw new Refused(400, "A file's name has 1 to 60 characters.");
  }
  return path.join(FILES, String(document), name);
}

module.exports = { read, write };
