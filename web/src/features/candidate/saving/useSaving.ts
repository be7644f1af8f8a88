import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { OpenItem } from '../attempt/attempt';
import type { SavingState } from './outbox';

export interface ItemSaving {
  item: OpenItem;
  state: SavingState;
}

/** How each open item stands with the server. */
export function useSaving(items: OpenItem[]): ItemSaving[] {
  const last = useRef<ItemSaving[]>([]);
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = items.map(({ workspace }) => workspace.outbox.subscribe(listener));
      return () => stops.forEach((stop) => stop());
    },
    [items],
  );
  return useSyncExternalStore(subscribe, () => {
    const now = items.map((item) => ({ item, state: item.workspace.outbox.state() }));
    const same =
      now.length === last.current.length &&
      now.every(({ item, state }, index) => {
        const before = last.current[index];
        return before?.item === item && before.state === state;
      });
    if (!same) {
      last.current = now;
    }
    return last.current;
  });
}

const GRAVITY: SavingState['kind'][] = [
  'saved',
  'saving',
  'retrying',
  'refused',
  'conflict',
  'signedOut',
  'over',
];

/** The item whose state matters most; the current one when several are equal. */
export function worst(
  saving: readonly ItemSaving[],
  currentItemId: string,
): ItemSaving | undefined {
  const rank = ({ item, state }: ItemSaving) =>
    GRAVITY.indexOf(state.kind) * 2 + (item.detail.itemId === currentItemId ? 1 : 0);
  return [...saving].sort((a, b) => rank(b) - rank(a))[0];
}
