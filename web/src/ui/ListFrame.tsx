import { Button, Center } from '@mantine/core';
import type { ReactNode } from 'react';
import type { List } from '@/api/list';
import { ErrorState } from './ErrorState';
import { RowsLoading } from './Loading';

interface ListFrameProps<T> {
  list: List<T>;
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
  /** How many rows stand in while it loads. */
  rows?: number;
}

/** The four states of a list in one panel: loading, failed, empty, there. */
export function ListFrame<T>({ list, empty, children, rows }: ListFrameProps<T>) {
  const { items, error, retry, hasMore, loadMore, loadingMore } = list;
  if (items === null) {
    return error === null ? (
      <RowsLoading rows={rows} />
    ) : (
      <div className="panel">
        <ErrorState error={error} onRetry={retry} />
      </div>
    );
  }
  if (items.length === 0) {
    return <div className="panel">{empty}</div>;
  }
  return (
    <>
      <div className="panel clipped">{children(items)}</div>
      {hasMore && (
        <Center mt="md">
          <Button variant="default" onClick={loadMore} loading={loadingMore}>
            Show more
          </Button>
        </Center>
      )}
    </>
  );
}
