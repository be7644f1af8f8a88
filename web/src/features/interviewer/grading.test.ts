import { describe, expect, it } from 'vitest';
import type { Criterion } from '@/api/types';
import { gradingFor, missingIn, sameGrading, scoreOf, withQuote, withRating } from './grading';

const criterion = (id: string, weight: number): Criterion => ({
  id,
  title: id,
  weight,
  question: '',
  anchors: {},
});

const CRITERIA = [criterion('estimates', 2), criterion('failure', 4)];

describe('a grading', () => {
  it('has every criterion of the rubric, in its order, with what was rated before', () => {
    const failure = { criterionId: 'failure', level: 3, evidence: 'e', comment: 'c' };
    const grading = gradingFor(CRITERIA, { ratings: [failure], summary: 's' });
    expect(grading.ratings.map(({ criterionId }) => criterionId)).toEqual(['estimates', 'failure']);
    expect(grading.ratings[1]).toEqual(failure);
  });

  it('says what is missing, in the order of the page and with the server’s field names', () => {
    let grading = gradingFor(CRITERIA, null);
    grading = withRating(grading, 'estimates', { level: 3, evidence: 'e', comment: '  ' });
    expect(missingIn(grading).map(({ field }) => field)).toEqual([
      'ratings.estimates.comment',
      'ratings.failure.level',
      'ratings.failure.evidence',
      'ratings.failure.comment',
    ]);
  });

  it('scores by weight, rounded down, and only when every level is there', () => {
    let grading = withRating(gradingFor(CRITERIA, null), 'estimates', { level: 5 });
    expect(scoreOf(CRITERIA, grading)).toBeNull();
    grading = withRating(grading, 'failure', { level: 2 });
    expect(scoreOf(CRITERIA, grading)).toBe(50);
    expect(scoreOf(CRITERIA, withRating(grading, 'estimates', { level: 4 }))).toBe(41);
    expect(scoreOf(CRITERIA, withRating(grading, 'failure', { level: 5 }))).toBe(100);
  });

  it('is the same whatever the order of its ratings', () => {
    const grading = gradingFor(CRITERIA, null);
    expect(sameGrading(grading, { ...grading, ratings: [...grading.ratings].reverse() })).toBe(
      true,
    );
    expect(sameGrading(grading, withRating(grading, 'failure', { level: 1 }))).toBe(false);
  });

  it('adds a quotation below the evidence', () => {
    expect(withQuote('', ' leased\n per server ', 'Keys')).toBe('“leased per server” (Keys)');
    expect(withQuote('Good.\n', 'x', null)).toBe('Good.\n“x”');
  });
});
