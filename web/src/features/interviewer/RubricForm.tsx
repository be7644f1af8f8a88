import { Text, Textarea } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import type { Criterion } from '@/api/types';
import { CriterionForm } from './CriterionForm';
import { isComplete, withQuote, withRating, type Grading, type Missing } from './grading';
import classes from './RubricForm.module.css';
import type { Quote } from './useQuote';

interface RubricFormProps {
  criteria: readonly Criterion[];
  grading: Grading;
  onChange: (grading: Grading) => void;
  /** What stands at the fields once sending was tried. */
  missing: readonly Missing[];
  quote: Quote | null;
}

export function RubricForm({ criteria, grading, onChange, missing, quote }: RubricFormProps) {
  return (
    <div className={classes.form}>
      <nav aria-label="Criteria" className={classes.overview}>
        {criteria.map(({ id, title }) => {
          const rating = grading.ratings.find(({ criterionId }) => criterionId === id);
          const complete = rating !== undefined && isComplete(rating);
          const Icon = complete ? IconCircleCheckFilled : IconCircleDashed;
          return (
            <a key={id} href={`#criterion-${id}`} className={classes.step} data-complete={complete}>
              <Icon size={15} role="img" aria-label={complete ? 'Complete:' : 'Open:'} />
              {title}
            </a>
          );
        })}
      </nav>
      {criteria.map((criterion) => {
        const rating = grading.ratings.find(({ criterionId }) => criterionId === criterion.id);
        return (
          rating !== undefined && (
            <CriterionForm
              key={criterion.id}
              criterion={criterion}
              rating={rating}
              missing={missing}
              onChange={(change) => onChange(withRating(grading, criterion.id, change))}
              onQuote={
                quote === null
                  ? null
                  : () =>
                      onChange(
                        withRating(grading, criterion.id, {
                          evidence: withQuote(rating.evidence, quote.text, quote.section),
                        }),
                      )
              }
            />
          )
        );
      })}
      <section className={classes.criterion} aria-labelledby="summary-title">
        <Text component="h2" fw={620} id="summary-title">
          Summary
        </Text>
        <Textarea
          label="For the hiring team"
          description="What speaks for this design, what against it. You may leave it empty."
          autosize
          minRows={3}
          maxRows={14}
          value={grading.summary}
          onChange={(event) => onChange({ ...grading, summary: event.currentTarget.value })}
        />
      </section>
    </div>
  );
}
