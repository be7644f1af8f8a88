import { expect, it } from 'vitest';
import { countWords } from './words';

it.each([
  ['', 0],
  ['   \n\n', 0],
  ['# Title\n\n- one\n- two', 3],
  ['**Reads** at 10,000/s — p99 < 20 ms', 6],
  ["it's größer, naïve", 3],
  ['| --- | --- |', 0],
])('counts the words of %j', (text, words) => {
  expect(countWords(text)).toBe(words);
});
