import { Alert, Progress as Bar, Text, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconTool, IconWifiOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { TestList } from '@/ui/TestList';
import { count } from '@/ui/words';
import type { Phase, Progress } from '../judging/progress';
import classes from './ProgressView.module.css';

const STEPS: { phases: Phase[]; label: string }[] = [
  { phases: ['sent', 'queued', 'image'], label: 'Queue' },
  { phases: ['building'], label: 'Build' },
  { phases: ['starting'], label: 'Start' },
  { phases: ['examining'], label: 'Tests' },
];

/** A judgement under way: where it is, the build log as it grows, the visible tests as they finish. */
export function ProgressView({ progress, connected }: { progress: Progress; connected: boolean }) {
  const { phase, finished, total, tests, buildLog, delayed } = progress;
  const at = STEPS.findIndex(({ phases }) => phases.includes(phase));
  return (
    <div className={classes.view}>
      <ol className={classes.steps} aria-hidden>
        {STEPS.map(({ label }, index) => (
          <li key={label} data-state={index < at ? 'past' : index === at ? 'now' : 'next'}>
            <span className={classes.mark}>{index < at && <IconCheck size={11} stroke={3} />}</span>
            {label}
          </li>
        ))}
      </ol>
      <Bar
        value={total === 0 ? 0 : (finished / total) * 100}
        size={4}
        animated={phase !== 'examining'}
        aria-label="Tests finished"
      />
      <Text size="sm" className="tabular" data-testid="progress-words">
        {wordsFor(progress)}
      </Text>
      <VisuallyHidden role="status">{spoken(progress)}</VisuallyHidden>
      {!connected && (
        <Alert color="orange" p="xs" icon={<IconWifiOff size={17} aria-hidden />}>
          The connection is lost. The judging goes on without it; the verdict appears here when it
          is back.
        </Alert>
      )}
      {delayed !== null && (
        <Alert
          color="yellow"
          p="xs"
          icon={<IconTool size={17} aria-hidden />}
          title="This is our fault, not yours"
        >
          {delayed} It is tried again by itself and does not count against you. You can go on
          working.
        </Alert>
      )}
      {buildLog !== '' && <LiveLog text={buildLog} />}
      {tests.length > 0 && <TestList tests={tests} />}
    </div>
  );
}

function wordsFor({ phase, ahead, imageLine, finished, total }: Progress): string {
  switch (phase) {
    case 'sent':
      return 'Handed over to judging…';
    case 'queued':
      return ahead === 0 ? 'Next in the queue…' : `Waiting in the queue, ${ahead} ahead…`;
    case 'image':
      return `Preparing the environment (only the first time)… ${imageLine}`;
    case 'building':
      return 'Building your code…';
    case 'starting':
      return 'Starting your service…';
    case 'examining':
      return `Testing: ${finished} of ${count(total, 'test')} done…`;
    case 'done':
      return 'Done';
  }
}

/** Fewer words for a screen reader: it would read every count. */
function spoken({ phase }: Progress): string {
  switch (phase) {
    case 'sent':
    case 'queued':
    case 'image':
      return 'Waiting for judging';
    case 'building':
      return 'Building';
    case 'starting':
      return 'Starting your service';
    case 'examining':
      return 'Testing';
    case 'done':
      return 'Judged';
  }
}

/** Follows its end while it grows, unless somebody scrolled up to read. */
function LiveLog({ text }: { text: string }) {
  const element = useRef<HTMLPreElement>(null);
  const following = useRef(true);
  useEffect(() => {
    if (element.current && following.current) {
      element.current.scrollTop = element.current.scrollHeight;
    }
  }, [text]);
  return (
    <pre
      ref={element}
      className={classes.log}
      role="region"
      aria-label="Build log"
      // A scrolling region must take the focus, so that the keyboard can scroll it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        following.current = scrollHeight - scrollTop - clientHeight < 24;
      }}
    >
      {text}
    </pre>
  );
}
