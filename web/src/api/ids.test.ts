import { expect, it } from 'vitest';
import { newId } from './ids';

it('makes a UUID of version 4, a new one each time', () => {
  expect(newId()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(newId()).not.toBe(newId());
});
