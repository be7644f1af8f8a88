import { Group, Text, VisuallyHidden } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { remainingMillis } from '../attempt/attempt';
import { formatRemaining, urgencyOf, warningFor, type Urgency } from './clock';
import classes from './Countdown.module.css';

interface Reading {
  shown: string;
  urgency: Urgency;
  warning: string;
}

function read(deadline: string, before: Reading | null): Reading {
  const remaining = remainingMillis(deadline);
  const urgency = urgencyOf(remaining);
  return {
    shown: formatRemaining(remaining),
    urgency,
    warning: warningFor(before?.urgency ?? null, urgency) ?? before?.warning ?? '',
  };
}

/** The time left by the server's clock. Zero locks nothing here: the server ends the attempt. */
export function Countdown({ deadline }: { deadline: string }) {
  const [reading, setReading] = useState(() => read(deadline, null));
  useEffect(() => {
    const timer = setInterval(() => {
      setReading((before) => {
        const next = read(deadline, before);
        return next.shown === before.shown && next.urgency === before.urgency ? before : next;
      });
    }, 250);
    return () => clearInterval(timer);
  }, [deadline]);
  const { shown, urgency, warning } = reading;
  return (
    <>
      <Group gap={7} wrap="nowrap" className={classes.clock} data-urgency={urgency} role="timer">
        <IconClockHour4 size={17} stroke={1.8} aria-hidden />
        <Text
          component="span"
          fw={620}
          size="sm"
          className="tabular"
          aria-label={`Time left: ${shown}`}
        >
          {urgency === 'over' ? 'Time is up' : shown}
        </Text>
      </Group>
      <VisuallyHidden role="alert">{warning}</VisuallyHidden>
    </>
  );
}
