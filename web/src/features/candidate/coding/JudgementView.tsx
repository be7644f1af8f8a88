import { Disclosure } from './Disclosure';
import { Text } from '@mantine/core';
import type { CandidateJudgement, Submission } from '@/api/types';
import { environmentName } from '@/ui/environmentName';
import { Log } from '@/ui/Log';
import { CategoryScores, Score } from '@/ui/Score';
import { TestList } from '@/ui/TestList';
import { VerdictBadge } from '@/ui/VerdictBadge';
import { fullTime } from '@/ui/time';
import classes from './JudgementView.module.css';

interface JudgementViewProps {
  submission: Submission;
  judgement: CandidateJudgement;
}

/** A verdict and what the candidate may know of it: all of a run, the totals of a submission. */
export function JudgementView({ submission, judgement }: JudgementViewProps) {
  const { verdict, score, explanation, categories, tests, buildLog, serviceLog, totalMillis } =
    judgement;
  const run = submission.scope === 'VISIBLE';
  const broken = verdict === 'COMPILE_ERROR';
  return (
    <div
      className={classes.view}
      data-testid={run ? 'run-result' : 'submission-result'}
      data-verdict={verdict}
      data-submission={submission.id}
    >
      <div className={classes.head} role="status">
        <VerdictBadge verdict={verdict} size="lg" />
        {!run && <Score value={score} />}
        <Text component="span" size="xs" c="dimmed" className="tabular">
          {environmentName(submission.environment)} · {fullTime(submission.createdAt)} ·{' '}
          {(totalMillis / 1000).toFixed(1)} s
        </Text>
      </div>
      {explanation !== '' && <Text size="sm">{explanation}</Text>}
      {broken && <Log label="Build log" text={buildLog} empty="The build printed nothing." />}
      {!run && categories.length > 0 && <CategoryScores categories={categories} />}
      {!run && !broken && (
        <Text size="xs" c="dimmed">
          Totals are over all tests. The visible ones are listed; for what they say, use Run.
        </Text>
      )}
      {tests.length > 0 && !broken && <TestList tests={tests} />}
      {run && !broken && (
        <Disclosure title="What your service printed" open={tests.length === 0}>
          <Log
            label="Service output"
            text={serviceLog ?? ''}
            empty="Your service printed nothing."
          />
        </Disclosure>
      )}
      {!broken && buildLog.trim() !== '' && (
        <Disclosure title="Build log">
          <Log label="Build log" text={buildLog} empty="" />
        </Disclosure>
      )}
    </div>
  );
}
