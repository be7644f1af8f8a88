import type { FieldProblem } from '@/api/problem';
import type { Criterion, Rating, Review } from '@/api/types';

export interface Grading {
  ratings: Rating[];
  summary: string;
}
export type Part = 'level' | 'evidence' | 'comment';
export const PARTS: readonly Part[] = ['level', 'evidence', 'comment'];

/** What a sent review must still get; `field` is named as the server names it. */
export type Missing = FieldProblem;

/** One rating for each criterion, in the rubric's order, from what there is already. */
export function gradingFor(
  criteria: readonly Criterion[],
  review: Pick<Review, 'ratings' | 'summary'> | null,
): Grading {
  return {
    ratings: criteria.map(
      ({ id }) =>
        review?.ratings.find(({ criterionId }) => criterionId === id) ?? {
          criterionId: id,
          level: null,
          evidence: '',
          comment: '',
        },
    ),
    summary: review?.summary ?? '',
  };
}

export function withRating(
  grading: Grading,
  criterionId: string,
  change: Partial<Omit<Rating, 'criterionId'>>,
): Grading {
  return {
    ...grading,
    ratings: grading.ratings.map((rating) =>
      rating.criterionId === criterionId ? { ...rating, ...change } : rating,
    ),
  };
}

const SAY: Record<Part, string> = {
  level: 'Choose a level',
  evidence: 'Say what in the answer shows it',
  comment: 'Comment on it',
};

export function fieldOf(criterionId: string, part: Part): string {
  return `ratings.${criterionId}.${part}`;
}

/** All that is missing before the review can be sent, in the order of the page. */
export function missingIn(grading: Grading): Missing[] {
  return grading.ratings.flatMap((rating) =>
    PARTS.filter((part) => lacks(rating, part)).map((part) => ({
      field: fieldOf(rating.criterionId, part),
      message: SAY[part],
    })),
  );
}

export function isComplete(rating: Rating): boolean {
  return !PARTS.some((part) => lacks(rating, part));
}

function lacks(rating: Rating, part: Part): boolean {
  return part === 'level' ? rating.level === null : rating[part].trim() === '';
}

/** The score that these levels give, 0 to 100 rounded down; null while a level is missing. */
export function scoreOf(criteria: readonly Criterion[], grading: Grading): number | null {
  let points = 0;
  let weights = 0;
  for (const { id, weight } of criteria) {
    const level = grading.ratings.find(({ criterionId }) => criterionId === id)?.level ?? null;
    if (level === null) {
      return null;
    }
    points += weight * (level - 1);
    weights += weight;
  }
  // Whole numbers until the last step, so that no rounding error takes a point away.
  return weights === 0 ? null : Math.floor((points * 100) / (weights * 4));
}

export function sameGrading(a: Grading, b: Grading): boolean {
  const plain = ({ ratings, summary }: Grading) =>
    JSON.stringify([
      summary,
      [...ratings]
        .sort((x, y) => x.criterionId.localeCompare(y.criterionId))
        .map(({ criterionId, level, evidence, comment }) => [
          criterionId,
          level,
          evidence,
          comment,
        ]),
    ]);
  return plain(a) === plain(b);
}

/** The evidence with a quotation from the answer added below what was written. */
export function withQuote(evidence: string, quote: string, section: string | null): string {
  const line = `“${quote.trim().replaceAll(/\s+/g, ' ')}”${section === null ? '' : ` (${section})`}`;
  return evidence.trim() === '' ? line : `${evidence.trimEnd()}\n${line}`;
}
