import { Badge, Button, Group, Text, Textarea, Tooltip } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import type { Criterion, Rating } from '@/api/types';
import { fieldOf, type Missing, type Part } from './grading';
import classes from './RubricForm.module.css';

const LEVELS = [1, 2, 3, 4, 5] as const;

interface CriterionFormProps {
  criterion: Criterion;
  rating: Rating;
  missing: readonly Missing[];
  onChange: (change: Partial<Omit<Rating, 'criterionId'>>) => void;
  /** Adds the selected text to the evidence; null while nothing is selected. */
  onQuote: (() => void) | null;
}

export function CriterionForm({
  criterion,
  rating,
  missing,
  onChange,
  onQuote,
}: CriterionFormProps) {
  const { id, title, weight, question, anchors } = criterion;
  const errorOf = (part: Part) =>
    missing.find(({ field }) => field === fieldOf(id, part))?.message ?? null;
  const levelError = errorOf('level');

  return (
    <section className={classes.criterion} id={`criterion-${id}`} aria-labelledby={`title-${id}`}>
      <Group justify="space-between" align="baseline" wrap="nowrap">
        <Text component="h2" fw={620} id={`title-${id}`}>
          {title}
        </Text>
        <Badge color="gray" flex="none">
          Weight {weight}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {question}
      </Text>

      <fieldset className={classes.levels} data-error={levelError !== null}>
        <legend className={classes.legend}>
          Level
          {levelError !== null && <span className={classes.error}>{levelError}</span>}
        </legend>
        {LEVELS.map((level) => (
          <label key={level} className={classes.level} htmlFor={`${fieldOf(id, 'level')}-${level}`}>
            <input
              type="radio"
              id={`${fieldOf(id, 'level')}-${level}`}
              name={fieldOf(id, 'level')}
              data-field={fieldOf(id, 'level')}
              className={classes.radio}
              checked={rating.level === level}
              onChange={() => onChange({ level })}
              aria-label={`Level ${level}`}
              aria-describedby={`anchor-${id}-${level}`}
            />
            <span className={classes.number} aria-hidden>
              {level}
            </span>
            <span id={`anchor-${id}-${level}`} className={classes.anchor}>
              {anchors[String(level)]}
            </span>
          </label>
        ))}
      </fieldset>

      <Textarea
        label="Evidence"
        description="What in the answer shows this level?"
        data-field={fieldOf(id, 'evidence')}
        autosize
        minRows={2}
        maxRows={10}
        mt="sm"
        value={rating.evidence}
        onChange={(event) => onChange({ evidence: event.currentTarget.value })}
        error={errorOf('evidence')}
      />
      <Tooltip label="Select text in the answer first" disabled={onQuote !== null}>
        <Button
          variant="subtle"
          size="compact-sm"
          mt={4}
          leftSection={<IconQuote size={14} aria-hidden />}
          aria-disabled={onQuote === null}
          data-disabled={onQuote === null || undefined}
          // Pressing must not take the selection away.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onQuote?.()}
        >
          Quote the selected text
        </Button>
      </Tooltip>
      <Textarea
        label="Comment"
        description="Why this level and not the one above or below?"
        data-field={fieldOf(id, 'comment')}
        autosize
        minRows={2}
        maxRows={10}
        mt="xs"
        value={rating.comment}
        onChange={(event) => onChange({ comment: event.currentTarget.value })}
        error={errorOf('comment')}
      />
    </section>
  );
}
