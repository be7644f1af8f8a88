import { Badge, Collapse, Group, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import type { Rating, Review, SentReview } from '@/api/types';
import classes from './ReviewCard.module.css';
import { LevelPips } from './LevelPips';
import { Score } from './Score';
import { TimeAgo } from './TimeAgo';
import { count } from './words';

interface ReviewCardProps {
  review: Review;
  /** What a criterion is called. */
  titleOf: (criterionId: string) => string;
  /** Instead of the interviewer's name. */
  heading?: string;
}

/** A sent review to read: every criterion with its level, evidence and comment, and what it said before. */
export function ReviewCard({ review, titleOf, heading }: ReviewCardProps) {
  return (
    <article className={classes.card}>
      <header className={classes.head}>
        <div>
          <Text fw={600}>{heading ?? review.interviewerName}</Text>
          {review.sentAt !== null && (
            <Text size="xs" c="dimmed">
              Sent <TimeAgo at={review.sentAt} />
              {review.history.length > 1 && `, amended ${count(review.history.length - 1, 'time')}`}
            </Text>
          )}
        </div>
        <Score value={review.score} size="xl" />
      </header>
      <Ratings ratings={review.ratings} titleOf={titleOf} />
      {review.summary !== '' && (
        <div className={classes.summary}>
          <Text size="xs" c="dimmed" fw={560}>
            Summary
          </Text>
          <p className={classes.words}>{review.summary}</p>
        </div>
      )}
      <History review={review} titleOf={titleOf} />
    </article>
  );
}

function Ratings({
  ratings,
  titleOf,
}: { ratings: readonly Rating[] } & Pick<ReviewCardProps, 'titleOf'>) {
  return (
    <dl className={classes.ratings}>
      {ratings.map(({ criterionId, level, evidence, comment }) => (
        <div key={criterionId} className={classes.rating}>
          <dt>
            <Text component="span" size="sm" fw={560}>
              {titleOf(criterionId)}
            </Text>
            <LevelPips level={level} />
          </dt>
          <dd>
            {evidence !== '' && <blockquote className={classes.evidence}>{evidence}</blockquote>}
            {comment !== '' && <p className={classes.words}>{comment}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function History({ review, titleOf }: Omit<ReviewCardProps, 'heading'>) {
  const earlier = earlierVersions(review);
  const [opened, { toggle }] = useDisclosure(false);
  if (earlier.length === 0) {
    return null;
  }
  return (
    <div className={classes.history}>
      <UnstyledButton onClick={toggle} aria-expanded={opened} className={classes.toggle}>
        <IconChevronDown size={16} aria-hidden data-opened={opened} />
        {count(earlier.length, 'earlier version')}
      </UnstyledButton>
      <Collapse expanded={opened}>
        {earlier.map((version, index) => (
          <section key={version.sentAt} className={classes.version}>
            <Group gap="xs" mb={6}>
              <Badge color="gray">
                {index === earlier.length - 1 ? 'First sent' : 'Amended'} · {version.score} / 100
              </Badge>
              <Text size="xs" c="dimmed">
                <TimeAgo at={version.sentAt} />
              </Text>
            </Group>
            {version.replacedBecause !== null && (
              <Text size="sm" mb={6}>
                Amended because: {version.replacedBecause}
              </Text>
            )}
            <Ratings ratings={version.ratings} titleOf={titleOf} />
            {version.summary !== '' && <p className={classes.words}>{version.summary}</p>}
          </section>
        ))}
      </Collapse>
    </div>
  );
}

/** The versions before the current one, newest first, each with the reason for which the next replaced it. */
export function earlierVersions(
  review: Pick<Review, 'history'>,
): (SentReview & { replacedBecause: string | null })[] {
  const ordered = [...review.history].sort((a, b) => a.sentAt.localeCompare(b.sentAt));
  return ordered
    .slice(0, -1)
    .map((version, index) => ({ ...version, replacedBecause: ordered[index + 1]?.reason ?? null }))
    .reverse();
}
