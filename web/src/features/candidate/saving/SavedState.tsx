import { Text, Tooltip, VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCloudOff,
  IconCloudUp,
  IconLock,
} from '@tabler/icons-react';
import type { SavingState } from './outbox';
import classes from './SavedState.module.css';

const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** What the server has confirmed, in words. "Saved" stands here only with its receipt. */
export function SavedState({ state, title }: { state: SavingState; title: string }) {
  const { Icon, tone, words, hint } = describe(state);
  return (
    <Tooltip label={`${title}: ${hint}`} multiline maw={320}>
      <div className={classes.state} data-tone={tone} data-testid="saved-state">
        <Icon size={17} stroke={1.8} aria-hidden />
        <Text component="span" size="sm" className="tabular">
          {words}
        </Text>
        {/* Spoken only when something is wrong: "saved" after every pause would drown the text. */}
        <VisuallyHidden role="status">
          {tone === 'warn' || tone === 'bad' ? `${words}. ${hint}` : ''}
        </VisuallyHidden>
      </div>
    </Tooltip>
  );
}

export function describe(state: SavingState) {
  switch (state.kind) {
    case 'saved':
      return {
        Icon: IconCircleCheck,
        tone: 'good',
        words:
          state.at === null
            ? `Saved · revision ${state.revision}`
            : `Saved · revision ${state.revision} · ${timeOfDay.format(new Date(state.at))}`,
        hint: 'the server has confirmed everything you typed',
      };
    case 'saving':
      return {
        Icon: IconCloudUp,
        tone: 'calm',
        words: 'Saving…',
        hint: 'your latest change is on its way',
      };
    case 'retrying':
      return {
        Icon: IconCloudOff,
        tone: 'warn',
        words: 'Not saved yet — retrying',
        hint: `${state.reason}. Your text is kept in this browser and sent again by itself`,
      };
    case 'conflict':
      return {
        Icon: IconAlertTriangle,
        tone: 'bad',
        words: 'Not saved — changed in another tab',
        hint: `choose which text of ${state.paths.join(', ')} to keep`,
      };
    case 'refused':
      return {
        Icon: IconAlertTriangle,
        tone: 'bad',
        words: `Not saved — ${state.path}`,
        hint: state.message,
      };
    case 'signedOut':
      return {
        Icon: IconLock,
        tone: 'bad',
        words: 'Not saved — open your link again',
        hint: 'this tab is no longer signed in. Your text is kept in this browser',
      };
    case 'over':
      return {
        Icon: IconLock,
        tone: 'bad',
        words: 'Time is over',
        hint:
          state.unsaved.length === 0
            ? 'everything you typed is handed in'
            : `not handed in: ${state.unsaved.join(', ')}. Your text is still here to copy`,
      };
  }
}
