import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { range } from '@mantine/hooks';

/** Rows as tall as the table rows that replace them, so that nothing moves. */
export function RowsLoading({ rows = 4, height = 53 }: { rows?: number; height?: number }) {
  return (
    <div aria-busy="true" className="panel">
      <VisuallyHidden role="status">Loading…</VisuallyHidden>
      {range(1, rows).map((row) => (
        <div key={row} style={{ height, padding: '0 16px', display: 'flex', alignItems: 'center' }}>
          <Skeleton height={12} width={`${38 + ((row * 17) % 45)}%`} />
        </div>
      ))}
    </div>
  );
}

export function PageLoading() {
  return (
    <Stack gap="lg" aria-busy="true">
      <VisuallyHidden role="status">Loading…</VisuallyHidden>
      <div>
        <Skeleton height={22} width={240} mb={10} />
        <Skeleton height={12} width={340} />
      </div>
      <RowsLoading />
    </Stack>
  );
}
