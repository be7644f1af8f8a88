const HOUR = 3_600_000;

/** Windows in milliseconds; `alone` is the limit while Redis is away. */
export const RULES = new Map([
  ['pictures', { name: 'pictures', limit: 20, window: HOUR, mostAtOnce: 5, alone: 5 }],
  ['feeding', { name: 'feeding', limit: 100, window: HOUR, mostAtOnce: 20, alone: 20 }],
  ['live', { name: 'live', limit: 1, window: 1000, mostAtOnce: 1, alone: 1 }],
]);
