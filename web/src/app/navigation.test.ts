import { describe, expect, it } from 'vitest';
import { homeFor, navigationFor } from './navigation';

const labels = (...roles: Parameters<typeof navigationFor>[0]) =>
  navigationFor(roles).map(({ label }) => label);

describe('navigation by role', () => {
  it('shows each role what it can open', () => {
    expect(labels('OWNER')).toEqual(['Assessments', 'Challenges', 'Results', 'Members']);
    expect(labels('RECRUITER')).toEqual(['Assessments', 'Challenges', 'Results']);
    expect(labels('INTERVIEWER')).toEqual(['Reviews']);
    expect(labels('RECRUITER', 'INTERVIEWER')).toEqual([
      'Assessments',
      'Challenges',
      'Results',
      'Reviews',
    ]);
  });

  it('starts where the member can go', () => {
    expect(homeFor(['INTERVIEWER'])).toBe('/reviews');
    expect(homeFor(['OWNER', 'INTERVIEWER'])).toBe('/assessments');
    expect(homeFor([])).toBe('/no-role');
  });
});
