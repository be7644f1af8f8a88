import { Tooltip } from '@mantine/core';
import { fullTime, timeAgo } from './time';

export function TimeAgo({ at }: { at: string }) {
  return (
    <Tooltip label={fullTime(at)}>
      <time dateTime={at}>{timeAgo(at)}</time>
    </Tooltip>
  );
}
