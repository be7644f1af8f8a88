import { Progress, Text } from '@mantine/core';
import type { CategoryScore } from '@/api/types';
import { capitalized } from './words';
import classes from './Score.module.css';

/** A score of 0 to 100, or a dash where there is none yet. */
export function Score({ value, size = 'sm' }: { value: number | null; size?: 'sm' | 'xl' }) {
  if (value === null) {
    return (
      <Text component="span" c="dimmed" size={size} aria-label="No score yet">
        –
      </Text>
    );
  }
  return (
    <Text component="span" fw={620} size={size} className="tabular">
      {value}
      <Text component="span" c="dimmed" fw={400} size="xs">
        {' '}
        / 100
      </Text>
    </Text>
  );
}

export function scoreColor(score: number): string {
  if (score >= 80) {
    return 'green';
  }
  return score >= 50 ? 'yellow' : 'red';
}

/** One bar for each category, with its share of the whole. */
export function CategoryScores({ categories }: { categories: readonly CategoryScore[] }) {
  return (
    <div className={classes.categories}>
      {categories.map(({ category, share, passed, total, score }) => (
        <div key={category}>
          <div className={classes.line}>
            <Text component="span" size="sm" fw={560}>
              {capitalized(category)}{' '}
              <Text component="span" size="xs" c="dimmed" fw={400}>
                {share} % of the score
              </Text>
            </Text>
            <Text component="span" size="sm" className="tabular" style={{ whiteSpace: 'nowrap' }}>
              {passed} / {total}
            </Text>
          </div>
          <Progress
            value={score}
            color={scoreColor(score)}
            size="sm"
            aria-label={`${capitalized(category)}: ${score} of 100`}
          />
        </div>
      ))}
    </div>
  );
}
