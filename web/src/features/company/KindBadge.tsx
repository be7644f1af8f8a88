import { Badge, Tooltip } from '@mantine/core';
import { IconCode, IconSchema } from '@tabler/icons-react';
import type { Kind } from '@/api/types';
import { KIND_NAMES } from '@/ui/words';

/** What sort of task it is; with a title, which one on hover. */
export function KindBadge({ kind, title }: { kind: Kind; title?: string }) {
  const Icon = kind === 'CHALLENGE' ? IconCode : IconSchema;
  return (
    <Tooltip label={title} disabled={title === undefined}>
      <Badge
        color={kind === 'CHALLENGE' ? 'petrol' : 'grape'}
        leftSection={<Icon size={13} aria-hidden />}
      >
        {KIND_NAMES[kind]}
      </Badge>
    </Tooltip>
  );
}
