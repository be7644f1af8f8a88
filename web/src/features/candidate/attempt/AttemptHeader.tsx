import { Button, Tooltip } from '@mantine/core';
import { IconCode, IconFlag, IconSitemap } from '@tabler/icons-react';
import type { Attempt } from '@/api/types';
import { ColorSchemeToggle } from '@/ui/ColorSchemeToggle';
import { Wordmark } from '@/ui/Wordmark';
import { Countdown } from '../clock/Countdown';
import { SavedState } from '../saving/SavedState';
import { worst, type ItemSaving } from '../saving/useSaving';
import classes from './AttemptHeader.module.css';

interface AttemptHeaderProps {
  attempt: Attempt;
  current: string;
  onCurrent: (itemId: string) => void;
  saving: ItemSaving[];
  onFinish: () => void;
}

export function AttemptHeader({
  attempt,
  current,
  onCurrent,
  saving,
  onFinish,
}: AttemptHeaderProps) {
  const gravest = worst(saving, current);
  return (
    <header className={classes.header}>
      <Wordmark size={24} label={false} />
      <h1 className={classes.title}>{attempt.assessmentTitle}</h1>
      <nav aria-label="Tasks" className={classes.items}>
        {attempt.items.map((item, index) => {
          const Icon = item.kind === 'CHALLENGE' ? IconCode : IconSitemap;
          const unsaved = saving.some(
            ({ item: { detail }, state }) =>
              detail.itemId === item.itemId && state.kind !== 'saved',
          );
          return (
            <Tooltip key={item.itemId} label={item.title} openDelay={600}>
              <button
                type="button"
                className={classes.item}
                aria-current={item.itemId === current ? 'page' : undefined}
                onClick={() => onCurrent(item.itemId)}
              >
                <Icon size={17} stroke={1.8} aria-hidden />
                <span className={classes.itemTitle}>
                  {index + 1}. {item.title}
                </span>
                <span className={classes.dot} data-unsaved={unsaved || undefined} aria-hidden />
              </button>
            </Tooltip>
          );
        })}
      </nav>
      <div className={classes.end}>
        {gravest && <SavedState state={gravest.state} title={gravest.item.detail.title} />}
        {attempt.deadline !== null && <Countdown deadline={attempt.deadline} />}
        <ColorSchemeToggle />
        <Button onClick={onFinish} variant="light" leftSection={<IconFlag size={16} aria-hidden />}>
          Finish
        </Button>
      </div>
    </header>
  );
}
