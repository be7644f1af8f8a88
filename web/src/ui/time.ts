const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const absolute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

const STEPS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** `3 minutes ago`, `in 14 days`; `just now` within a minute either way. */
export function timeAgo(instant: string, now: number = Date.now()): string {
  const seconds = Math.round((Date.parse(instant) - now) / 1000);
  if (Math.abs(seconds) > 30 * 86_400) {
    return absolute.format(new Date(instant));
  }
  for (const { unit, seconds: size } of STEPS) {
    if (Math.abs(seconds) >= size) {
      return relative.format(Math.round(seconds / size), unit);
    }
  }
  return 'just now';
}

/** Date and time in the reader's zone. */
export function fullTime(instant: string): string {
  return absolute.format(new Date(instant));
}
