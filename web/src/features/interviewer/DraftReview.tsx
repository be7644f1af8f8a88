import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { problemOf, slugOf } from '@/api/problem';
import type { ReviewPage } from '@/api/types';
import { ProblemAlert } from '@/ui/ErrorState';
import { fullTime } from '@/ui/time';
import { sendReview } from './api';
import { beginDraft } from './beginDraft';
import { focusField } from './focusField';
import { gradingFor, missingIn, scoreOf, type Grading, type Missing } from './grading';
import { localCopy, type Kept } from './localCopy';
import { ReviewFrame } from './ReviewFrame';
import classes from './ReviewPage.module.css';
import { RubricForm } from './RubricForm';
import { SaveStatus } from './SaveStatus';
import { useQuote } from './useQuote';

interface DraftReviewProps {
  page: ReviewPage;
  memberId: string;
  reload: () => Promise<unknown>;
}

export function DraftReview({ page, memberId, reload }: DraftReviewProps) {
  const { answerId, criteria } = page;
  const queries = useQueryClient();
  const answer = useRef<HTMLDivElement>(null);
  const quote = useQuote(answer);
  const [confirming, confirm] = useDisclosure(false);
  const [tried, setTried] = useState(false);
  const { saver, grading, change, found, setFound } = useDraft(page, memberId);
  const state = useSyncExternalStore(saver.subscribe, saver.current);

  const send = useMutation({
    mutationFn: async () => {
      await saver.flush();
      // A review can be sent only once it was saved, so there is a version.
      return sendReview(answerId, saver.savedVersion ?? 0);
    },
    onSuccess: async () => {
      confirm.close();
      await Promise.all([queries.invalidateQueries({ queryKey: ['reviews'] }), reload()]);
    },
    onError: (error) => {
      if (slugOf(problemOf(error)) === 'review-incomplete') {
        confirm.close();
        setTried(true);
        focusField(problemOf(error).errors?.[0]?.field);
      }
    },
  });

  const missing: Missing[] = tried ? missingIn(grading) : [];
  const score = scoreOf(criteria, grading);

  function ask() {
    const open = missingIn(grading);
    setTried(true);
    if (open.length > 0) {
      focusField(open[0]?.field);
    } else {
      send.reset();
      confirm.open();
    }
  }

  return (
    <ReviewFrame
      page={page}
      answerRef={answer}
      aside={
        <>
          <SaveStatus saver={saver} />
          <Button onClick={ask}>Send</Button>
        </>
      }
    >
      <section className={classes.grading} aria-label="Your review">
        {found !== null && (
          <Alert color="yellow" className={classes.notice} title="This browser kept text of yours">
            It was written {fullTime(found.at)} and never reached the server, where your draft has
            changed since.
            <Group gap="xs" mt="sm">
              <Button
                size="compact-sm"
                onClick={() => {
                  change(gradingFor(criteria, found.grading));
                  setFound(null);
                }}
              >
                Use the kept text
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  localCopy('draft', memberId, answerId).clear();
                  setFound(null);
                }}
              >
                Discard it
              </Button>
            </Group>
          </Alert>
        )}
        {state.kind === 'conflict' && (
          <Alert color="red" role="alert" className={classes.notice} title={state.problem.title}>
            {state.problem.detail} What you typed here is kept in this browser.
            <Group gap="xs" mt="sm">
              <Button
                size="compact-sm"
                onClick={() => {
                  localCopy('draft', memberId, answerId).clear();
                  void reload();
                }}
              >
                Load the other version
              </Button>
              {slugOf(state.problem) === 'changed-meanwhile' && (
                <Button size="compact-sm" variant="default" onClick={() => void saver.keepMine()}>
                  Keep what stands here
                </Button>
              )}
            </Group>
          </Alert>
        )}
        {(state.kind === 'retrying' || state.kind === 'refused') && (
          <Alert color="red" className={classes.notice} title={state.problem.title}>
            {state.problem.detail} What you typed is kept in this browser
            {state.kind === 'retrying' ? ' and sent as soon as it can be.' : '.'}
          </Alert>
        )}
        {missing.length > 0 && (
          <Alert color="red" className={classes.notice} role="status">
            {missing.length === 1
              ? 'One entry is missing before the review can be sent.'
              : `${missing.length} entries are missing before the review can be sent.`}
          </Alert>
        )}
        {/* Typing would replace the text that this browser kept, so that is decided first. */}
        <div inert={found !== null}>
          <RubricForm
            criteria={criteria}
            grading={grading}
            onChange={change}
            missing={missing}
            quote={quote}
          />
        </div>
        <div className={classes.foot}>
          <Text size="sm" c="dimmed">
            {score === null
              ? 'The score shows when every level is chosen.'
              : `Score ${score} / 100`}
          </Text>
          <Button onClick={ask}>Send</Button>
        </div>
        <Modal opened={confirming} onClose={confirm.close} title="Send this review?">
          <Stack>
            <Text size="sm">
              {score !== null && `Its score is ${score} of 100. `}
              After sending it stays as it is; you can amend it with a reason, and every version
              remains readable. You will then see the others’ reviews.
            </Text>
            <ProblemAlert error={send.error} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={confirm.close}>
                Not yet
              </Button>
              <Button onClick={() => send.mutate()} loading={send.isPending} data-autofocus>
                Send the review
              </Button>
            </Group>
          </Stack>
        </Modal>
      </section>
    </ReviewFrame>
  );
}

/** The form's text, saved as it changes. */
function useDraft(page: ReviewPage, memberId: string) {
  const [start] = useState(() => beginDraft(page, memberId));
  const [grading, setGrading] = useState(start.grading);
  const [found, setFound] = useState<Kept | null>(start.found);

  useEffect(() => {
    const { saver, restored } = start;
    if (restored) {
      saver.change(start.grading);
    }
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.hasUnsaved) {
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      saver.leave();
    };
  }, [start]);

  const change = (next: Grading) => {
    setGrading(next);
    start.saver.change(next);
  };
  return { saver: start.saver, grading, change, found, setFound };
}
