'use strict';

// Compiles every file of the candidate's and runs none. `node --check` takes one file at a time, and finds no error in a
// module that nothing but its own import statements tells to be one.
// Begin it in the folder to be checked, with: node --experimental-vm-modules --no-warnings

const { spawnSync } = require('node:child_process');
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const COMMON_JS = ['exports', 'require', 'module', '__filename', '__dirname'];
const ONLY_IN_MODULES = /import statement|'export'|import\.meta|await is only valid/;

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') {
      yield* files(file);
    } else if (entry.isFile() && (/\.[cm]?js$/.test(entry.name) || entry.name === 'package.json')) {
      yield file;
    }
  }
}

/** What the nearest package.json says of a .js file, or undefined. */
function typeOf(folder, types) {
  for (let above = folder; ; above = path.dirname(above)) {
    if (types.has(above)) {
      return types.get(above);
    }
    if (above === '.') {
      return undefined;
    }
  }
}

function compileCommonJs(file, code) {
  vm.compileFunction(code, COMMON_JS, { filename: file });
}

function compileModule(file, code) {
  try {
    new vm.SourceTextModule(code, { identifier: file });
  } catch (error) {
    // It does not tell the line; node does.
    const told = spawnSync(process.execPath, ['--check', '--input-type=module', '-'], { input: code, encoding: 'utf8' });
    if (told.status === 1) {
      error.stack = told.stderr.replace('[stdin]', () => file);
    }
    throw error;
  }
}

function compileEither(file, code) {
  try {
    compileCommonJs(file, code);
  } catch (asCommonJs) {
    try {
      compileModule(file, code);
    } catch (asModule) {
      throw ONLY_IN_MODULES.test(asCommonJs.message) ? asModule : asCommonJs;
    }
  }
}

function check(file, types) {
  const code = readFileSync(file, 'utf8').replace(/^\uFEFF/, '').replace(/^#!.*/, '');
  const ending = path.extname(file);
  const type = ending === '.js' ? typeOf(path.dirname(file), types) : undefined;
  if (ending === '.mjs' || type === 'module') {
    compileModule(file, code);
  } else if (ending === '.cjs' || type === 'commonjs') {
    compileCommonJs(file, code);
  } else {
    compileEither(file, code);
  }
}

/** The place, the line and the error; not where in this program it was met. */
function describe(error) {
  return String(error.stack).replace(/\n {4}at [^]*$/, '\n');
}

const all = [...files('.')];
const types = new Map();
let failed = false;

function tell(file, attempt) {
  try {
    attempt();
  } catch (error) {
    failed = true;
    const text = describe(error);
    console.error(text.startsWith(file) ? text : `${file}: ${text}`);
  }
}

for (const file of all.filter((each) => path.basename(each) === 'package.json')) {
  tell(file, () => types.set(path.dirname(file), JSON.parse(readFileSync(file, 'utf8'))?.type));
}
for (const file of all.filter((each) => path.basename(each) !== 'package.json')) {
  tell(file, () => check(file, types));
}
process.exitCode = failed ? 1 : 0;
