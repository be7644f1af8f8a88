import { Badge } from '@mantine/core';
import {
  IconAlertCircle,
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleX,
  IconHourglass,
} from '@tabler/icons-react';
import type { Verdict } from '@/api/types';
import { VERDICT_NAMES } from './words';

/** Colour, sign and word: the colour alone never tells. */
export function VerdictBadge({ verdict, size = 'md' }: { verdict: Verdict; size?: 'md' | 'lg' }) {
  const { color, Icon } = look(verdict);
  return (
    <Badge color={color} size={size} leftSection={<Icon size={14} aria-hidden />}>
      {VERDICT_NAMES[verdict]}
    </Badge>
  );
}

function look(verdict: Verdict) {
  switch (verdict) {
    case 'ACCEPTED':
      return { color: 'green', Icon: IconCircleCheck };
    case 'PARTIAL':
      return { color: 'yellow', Icon: IconCircleHalf2 };
    case 'JUDGE_ERROR':
      return { color: 'gray', Icon: IconHourglass };
    case 'REJECTED':
      return { color: 'red', Icon: IconCircleX };
    default:
      return { color: 'orange', Icon: IconAlertCircle };
  }
}
