import { Alert, Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { problemOf, slugOf } from '@/api/problem';
import type { Review, ReviewPage } from '@/api/types';
import { ProblemAlert } from '@/ui/ErrorState';
import { ReviewCard } from '@/ui/ReviewCard';
import { count } from '@/ui/words';
import { amendReview } from './api';
import { Comparison } from './Comparison';
import { focusField } from './focusField';
import { gradingFor, missingIn, type Grading, type Missing } from './grading';
import { localCopy } from './localCopy';
import { PaneTabs, ReviewFrame } from './ReviewFrame';
import classes from './ReviewPage.module.css';
import { RubricForm } from './RubricForm';
import { useQuote } from './useQuote';

interface SentReviewProps {
  page: ReviewPage;
  mine: Review;
  memberId: string;
  reload: () => Promise<unknown>;
}

export function SentReview(props: SentReviewProps) {
  const { page, mine, memberId } = props;
  const [amending, setAmending] = useState(
    () => localCopy('amendment', memberId, page.answerId).read() !== null,
  );
  return amending ? (
    <Amendment {...props} onClose={() => setAmending(false)} />
  ) : (
    <ReviewFrame
      page={page}
      aside={
        <>
          <Badge color="green" size="lg">
            Sent
          </Badge>
          <Button variant="default" onClick={() => setAmending(true)}>
            Amend
          </Button>
        </>
      }
    >
      <Reviews page={page} mine={mine} />
    </ReviewFrame>
  );
}

function Reviews({ page, mine }: { page: ReviewPage; mine: Review }) {
  const titleOf = (id: string) =>
    page.criteria.find((criterion) => criterion.id === id)?.title ?? id;
  const yours = {
    value: 'yours',
    label: 'Your review',
    content: <ReviewCard review={mine} titleOf={titleOf} heading="Your review" />,
  };
  const others = page.others.map((review, index) => ({
    value: `other-${index}`,
    label: review.interviewerName,
    content: <ReviewCard review={review} titleOf={titleOf} />,
  }));
  const comparison = {
    value: 'comparison',
    label: 'Side by side',
    content: <Comparison criteria={page.criteria} reviews={[mine, ...page.others]} />,
  };
  if (others.length === 0) {
    return (
      <PaneTabs
        label="Reviews"
        tabs={[
          {
            ...yours,
            content: (
              <Stack>
                {yours.content}
                <Text size="sm" c="dimmed" ta="center">
                  Nobody else has sent a review of this answer yet.
                </Text>
              </Stack>
            ),
          },
        ]}
      />
    );
  }
  return <PaneTabs label="Reviews" tabs={[comparison, yours, ...others]} />;
}

/** A correction of what was sent. It is kept in this browser until the server has it. */
function Amendment({
  page,
  mine,
  memberId,
  reload,
  onClose,
}: SentReviewProps & { onClose: () => void }) {
  const { answerId, criteria } = page;
  const copy = localCopy('amendment', memberId, answerId);
  const queries = useQueryClient();
  const answer = useRef<HTMLDivElement>(null);
  const quote = useQuote(answer);
  const [kept] = useState(() => copy.read());
  const [grading, setGrading] = useState(() => gradingFor(criteria, kept?.grading ?? mine));
  const [reason, setReason] = useState(kept?.reason ?? '');
  const [tried, setTried] = useState(false);

  const amend = useMutation({
    mutationFn: () => amendReview(answerId, { ...grading, reason: reason.trim() }, mine.version),
    onSuccess: async () => {
      copy.clear();
      onClose();
      await Promise.all([queries.invalidateQueries({ queryKey: ['reviews'] }), reload()]);
    },
    onError: (error) => focusField(problemOf(error).errors?.[0]?.field),
  });

  const missing: Missing[] = tried
    ? [
        ...(reason.trim() === '' ? [{ field: 'reason', message: 'Say why you amend it' }] : []),
        ...missingIn(grading),
      ]
    : [];

  function keep(next: Grading, why: string) {
    setGrading(next);
    setReason(why);
    copy.write({ grading: next, version: mine.version, reason: why });
  }

  function submit() {
    setTried(true);
    const open = reason.trim() === '' ? 'reason' : missingIn(grading)[0]?.field;
    if (open !== undefined) {
      focusField(open);
    } else {
      amend.mutate();
    }
  }

  return (
    <ReviewFrame
      page={page}
      answerRef={answer}
      aside={
        <>
          <Text size="sm" c="dimmed">
            Kept in this browser until you send it
          </Text>
          <Button
            variant="default"
            onClick={() => {
              copy.clear();
              onClose();
            }}
          >
            Discard
          </Button>
          <Button onClick={submit} loading={amend.isPending}>
            Send the amendment
          </Button>
        </>
      }
    >
      <section className={classes.grading} aria-label="Your amendment">
        <Stack gap="sm" mb="md">
          {slugOf(problemOf(amend.error)) === 'changed-meanwhile' ? (
            <Alert color="red" role="alert" title={problemOf(amend.error).title}>
              {problemOf(amend.error).detail} What you typed here is kept.
              <Group mt="sm">
                <Button size="compact-sm" onClick={() => void reload()}>
                  Load the version of the server
                </Button>
              </Group>
            </Alert>
          ) : (
            <ProblemAlert error={amend.error} />
          )}
          {missing.length > 0 && (
            <Alert color="red" role="status">
              {count(missing.length, 'entry', 'entries')} missing before the amendment can be sent.
            </Alert>
          )}
          <Textarea
            label="Reason"
            description="Why does the review change? The earlier version stays readable beside it."
            data-field="reason"
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => keep(grading, event.currentTarget.value)}
            error={missing.find(({ field }) => field === 'reason')?.message}
          />
        </Stack>
        <RubricForm
          criteria={criteria}
          grading={grading}
          onChange={(next) => keep(next, reason)}
          missing={missing}
          quote={quote}
        />
      </section>
    </ReviewFrame>
  );
}
