import { Center, Loader, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from '@/ui/ErrorState';
import type { OpenItem } from './attempt';

export function ItemFrame({
  query,
  children,
}: {
  query: UseQueryResult<OpenItem>;
  children: (item: OpenItem) => ReactNode;
}) {
  if (query.data) {
    return children(query.data);
  } else if (query.error) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <Center h="100%">
      <VisuallyHidden role="status">Loading the task…</VisuallyHidden>
      <Loader aria-hidden />
    </Center>
  );
}
