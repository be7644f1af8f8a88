import { useSearchParams } from 'react-router';
import type { Attempt } from '@/api/types';

/** The item on the screen. It stands in the address, so that a reload shows the same one. */
export function useCurrentItem(attempt: Attempt): [string, (itemId: string) => void] {
  const [search, setSearch] = useSearchParams();
  const number = Number(search.get('task') ?? '1');
  const current = attempt.items[number - 1] ?? attempt.items[0];
  return [
    current?.itemId ?? '',
    (itemId) => {
      const index = attempt.items.findIndex((item) => item.itemId === itemId);
      setSearch({ task: String(index + 1) }, { replace: true });
    },
  ];
}
