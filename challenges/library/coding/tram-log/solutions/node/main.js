'use strict';

const { readFileSync } = require('node:fs');
const { Log } = require('./log.js');

const STANDARD_INPUT = 0;

const log = new Log();
for (const line of readFileSync(STANDARD_INPUT, 'utf8').split('\n')) {
  log.read(line.endsWith('\r') ? line.slice(0, -1) : line);
}
console.log(log.report().join('\n'));
