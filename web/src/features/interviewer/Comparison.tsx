import { Text } from '@mantine/core';
import type { Criterion, Review } from '@/api/types';
import { LevelPips } from '@/ui/LevelPips';
import { Score } from '@/ui/Score';
import classes from './ReviewPage.module.css';

/** The reviews of one answer beside each other, criterion by criterion; one's own first. */
export function Comparison({
  criteria,
  reviews,
}: {
  criteria: readonly Criterion[];
  reviews: readonly Review[];
}) {
  return (
    <div className={classes.comparison}>
      <section className={classes.criterion} aria-label="Scores">
        <Text component="h2" fw={620}>
          Scores
        </Text>
        <div className={classes.columns}>
          {reviews.map((review, index) => (
            <div key={nameOf(review, index)}>
              <Text size="sm" c="dimmed">
                {nameOf(review, index)}
              </Text>
              <Score value={review.score} size="xl" />
              {review.summary !== '' && <p className={classes.words}>{review.summary}</p>}
            </div>
          ))}
        </div>
      </section>
      {criteria.map((criterion) => (
        <section key={criterion.id} className={classes.criterion} aria-label={criterion.title}>
          <Text component="h2" fw={620}>
            {criterion.title}{' '}
            <Text component="span" size="xs" c="dimmed" fw={400}>
              weight {criterion.weight}
            </Text>
          </Text>
          <div className={classes.columns}>
            {reviews.map((review, index) => {
              const rating = review.ratings.find(({ criterionId }) => criterionId === criterion.id);
              return (
                <div key={nameOf(review, index)}>
                  <Text size="xs" c="dimmed">
                    {nameOf(review, index)}
                  </Text>
                  <LevelPips level={rating?.level ?? null} />
                  {rating !== undefined && rating.evidence !== '' && (
                    <blockquote className={classes.evidence}>{rating.evidence}</blockquote>
                  )}
                  {rating !== undefined && rating.comment !== '' && (
                    <p className={classes.words}>{rating.comment}</p>
                  )}
                </div>
              );
            })}
          </div>
        </section>
      ))}
    </div>
  );
}

function nameOf(review: Review, index: number): string {
  return index === 0 ? 'You' : review.interviewerName;
}
