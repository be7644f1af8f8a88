import { expect, it } from 'vitest';
import { environmentName } from './environmentName';

it('names every environment for people, and a new one as it names itself', () => {
  expect(
    ['java', 'python', 'node', 'go', 'php', 'ruby', 'sql', 'rust'].map(environmentName),
  ).toEqual(['Java', 'Python', 'Node.js', 'Go', 'PHP', 'Ruby', 'SQL', 'rust']);
});
