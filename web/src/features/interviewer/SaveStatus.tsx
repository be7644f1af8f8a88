import { Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import type { DraftSaver, SaveState } from './draftSaver';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** What became of what was typed. Announced, but not at every keystroke. */
export function SaveStatus({ saver }: { saver: DraftSaver }) {
  const state = useSyncExternalStore(saver.subscribe, saver.current);
  const quiet = state.kind === 'changed' || state.kind === 'saving';
  return (
    <Text
      size="sm"
      w={210}
      ta="right"
      c={state.kind === 'saved' || quiet ? 'dimmed' : 'red'}
      role="status"
      aria-live={quiet ? 'off' : 'polite'}
    >
      {words(state)}
    </Text>
  );
}

function words(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return state.at === null ? 'Saved as you type' : `Draft saved at ${clock.format(state.at)}`;
    case 'changed':
    case 'saving':
      return 'Saving…';
    case 'retrying':
      return 'Not saved yet. Trying again…';
    case 'refused':
    case 'conflict':
      return 'Not saved';
  }
}
