import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Attempt } from '@/api/types';
import { CodingItem } from '../coding/CodingItem';
import { DesignItem } from '../design/DesignItem';
import { FinishDialog } from '../finish/FinishDialog';
import { ATTEMPT, itemQuery, openItems } from './attempt';
import { AttemptHeader } from './AttemptHeader';
import { ItemFrame } from './ItemFrame';
import { useCurrentItem } from './useCurrentItem';
import { useSaving } from '../saving/useSaving';
import classes from './AttemptScreen.module.css';

/** A running attempt: one item at a time, all of them open, so that each goes on saving when another is shown. */
export function AttemptScreen({ attempt }: { attempt: Attempt }) {
  const client = useQueryClient();
  const [current, setCurrent] = useCurrentItem(attempt);
  const [finishing, setFinishing] = useState(false);
  const items = useQueries({
    queries: attempt.items.map(({ itemId }) => itemQuery(attempt.id, itemId)),
  });
  const open = items.flatMap(({ data }) => (data ? [data] : []));
  const saving = useSaving(open);
  const over = saving.some(({ state }) => state.kind === 'over');

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const unsaved = openItems(client, attempt.id).some(
        ({ workspace }) => workspace.outbox.state().kind !== 'saved',
      );
      if (unsaved) {
        event.preventDefault();
      }
    };
    const retry = () => {
      for (const { workspace } of openItems(client, attempt.id)) {
        workspace.outbox.retryNow();
      }
      void client.invalidateQueries({ queryKey: ATTEMPT });
    };
    const wake = () => {
      if (document.visibilityState === 'visible') {
        retry();
      }
    };
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', retry);
    document.addEventListener('visibilitychange', wake);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', retry);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [client, attempt.id]);

  // An edit refused because the attempt is over is news: ask for the end at once instead of at the next turn.
  useEffect(() => {
    if (over) {
      void client.invalidateQueries({ queryKey: ATTEMPT });
    }
  }, [client, over]);

  return (
    <div className={classes.screen}>
      <AttemptHeader
        attempt={attempt}
        current={current}
        onCurrent={setCurrent}
        saving={saving}
        onFinish={() => setFinishing(true)}
      />
      <main className={classes.main}>
        {attempt.items.map(({ itemId }, index) => (
          <div key={itemId} hidden={itemId !== current} className={classes.item}>
            {items[index] && (
              <ItemFrame query={items[index]}>
                {(item) =>
                  item.detail.kind === 'CHALLENGE' ? (
                    <CodingItem
                      key={item.workspace.environment}
                      attemptId={attempt.id}
                      item={item}
                      shown={itemId === current && !finishing}
                    />
                  ) : (
                    <DesignItem item={item} />
                  )
                }
              </ItemFrame>
            )}
          </div>
        ))}
      </main>
      <FinishDialog
        attempt={attempt}
        open={open}
        opened={finishing}
        onClose={() => setFinishing(false)}
        onShow={(itemId) => {
          setCurrent(itemId);
          setFinishing(false);
        }}
      />
    </div>
  );
}
