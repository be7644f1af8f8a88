import { ActionIcon, Tabs, Text, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { Link } from 'react-router';
import type { ReviewPage } from '@/api/types';
import { AnswerPane } from './AnswerPane';
import classes from './ReviewPage.module.css';

interface ReviewFrameProps {
  page: ReviewPage;
  /** At the right of the head: what was saved, and the buttons. */
  aside: ReactNode;
  answerRef?: RefObject<HTMLDivElement | null>;
  /** The right half. */
  children: ReactNode;
}

/** The answer at the left and its grading at the right; each half scrolls by itself. */
export function ReviewFrame({ page, aside, answerRef, children }: ReviewFrameProps) {
  return (
    <div className={classes.frame}>
      <header className={classes.head}>
        <ActionIcon
          component={Link}
          to="/reviews"
          variant="subtle"
          color="gray"
          aria-label="Back to the reviews"
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <div className={classes.title}>
          <Title order={1} size="h2" lineClamp={1}>
            {page.exerciseTitle}
          </Title>
          <Text size="xs" c="dimmed">
            Answer {page.answerId.slice(0, 6)}, without the candidate’s name
          </Text>
        </div>
        <div className={classes.aside}>{aside}</div>
      </header>
      <div className={classes.halves}>
        <AnswerPane page={page} answerRef={answerRef} />
        {children}
      </div>
    </div>
  );
}

/** Tabs over one half, with panels that scroll. */
export function PaneTabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { value: string; label: string; content: ReactNode }[];
}) {
  return (
    <Tabs defaultValue={tabs[0]?.value ?? null} className={classes.pane} keepMounted={false}>
      <Tabs.List className={classes.paneTabs} aria-label={label}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.value} value={tab.value}>
            {tab.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.value} value={tab.value} className={classes.scroll} tabIndex={0}>
          {tab.content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
