import { Alert, Anchor, Badge, Group, Tabs, Text, Title } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { ReportItem } from '@/api/types';
import { EmptyState } from '@/ui/EmptyState';
import { Markdown } from '@/ui/Markdown';
import { ReviewCard } from '@/ui/ReviewCard';
import { Score } from '@/ui/Score';
import { KindBadge } from './KindBadge';
import classes from './ResultPage.module.css';

export function DesignReport({ item }: { item: ReportItem }) {
  const { title, score, answer, criteria, reviews, reviewsHidden } = item;
  return (
    <section className={`panel ${classes.item ?? ''}`} aria-label={title}>
      <header className={classes.head}>
        <Group gap="xs">
          <Title order={2}>{title}</Title>
          <KindBadge kind="EXERCISE" />
        </Group>
        <Score value={score} size="xl" />
      </header>
      <Tabs defaultValue="reviews" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab
            value="reviews"
            rightSection={
              reviewsHidden ? undefined : (
                <Badge size="sm" color="gray" circle>
                  {reviews?.length ?? 0}
                </Badge>
              )
            }
          >
            Reviews
          </Tabs.Tab>
          <Tabs.Tab value="answer">Answer</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="reviews" className={classes.panel}>
          <Reviews reviews={reviews} criteria={criteria ?? []} hidden={reviewsHidden} />
        </Tabs.Panel>
        <Tabs.Panel value="answer" className={classes.panel}>
          <Answer answer={answer} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

function Reviews({
  reviews,
  criteria,
  hidden,
}: {
  reviews: ReportItem['reviews'];
  criteria: NonNullable<ReportItem['criteria']>;
  hidden: boolean;
}) {
  if (hidden) {
    return (
      <Alert
        color="gray"
        icon={<IconEyeOff size={18} aria-hidden />}
        title="Hidden until you have sent your own"
      >
        You are an interviewer too. So that nobody’s judgement sways another’s, you see the reviews
        of this answer after you have sent yours.{' '}
        <Anchor component={Link} to="/reviews" inherit>
          Go to the reviews
        </Anchor>
      </Alert>
    );
  }
  if (reviews === null || reviews.length === 0) {
    return (
      <EmptyState title="No review yet">
        Interviewers find the answer under Reviews once it is handed in. They see it without the
        candidate’s name.
      </EmptyState>
    );
  }
  return (
    <div className={classes.reviews}>
      {reviews.map((review) => (
        <ReviewCard
          key={`${review.interviewerName} ${review.sentAt ?? ''}`}
          review={review}
          titleOf={(id) => criteria.find((criterion) => criterion.id === id)?.title ?? id}
        />
      ))}
    </div>
  );
}

function Answer({ answer }: { answer: ReportItem['answer'] }) {
  if (answer === null) {
    return <EmptyState title="Nothing was written" />;
  }
  return answer.map(({ sectionId, title, text }) => (
    <section key={sectionId} className={classes.section}>
      <Title order={3} mb="xs">
        {title}
      </Title>
      {text.trim() === '' ? (
        <Text size="sm" c="dimmed">
          Left empty.
        </Text>
      ) : (
        <Markdown headingsFrom={4}>{text}</Markdown>
      )}
    </section>
  ));
}
