import { expect, it } from 'vitest';
import type { Submission } from '@/api/types';
import { standing } from './ItemSummary';

const last = { environment: 'java', contentHash: 'a' } as Submission;

it('tells whether the last submission is what is in the workspace', () => {
  expect(standing(undefined, 'java', 'a')).toBe('none');
  expect(standing(last, 'java', 'a')).toBe('same');
  expect(standing(last, 'java', 'b')).toBe('changed');
  expect(standing(last, 'python', 'a')).toBe('changed');
  expect(standing(last, 'java', null)).toBe('unknown');
});
