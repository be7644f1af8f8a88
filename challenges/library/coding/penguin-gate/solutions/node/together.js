import { createClient } from 'redis';

const PATIENCE = 1000;
const BETWEEN_PROBES = 250;

/** Looks, adds and sets the end in one step, since Redis runs nothing else in the meantime. */
const TAKE = `
  local used = tonumber(redis.call('GET', KEYS[1]) or '0')
  local left = redis.call('PTTL', KEYS[1])
  local cost, limit, window = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
  if left == -1 then
    redis.call('PEXPIRE', KEYS[1], window)
    left = window
  end
  if used + cost > limit then
    return {0, used, left}
  end
  if left == -2 then
    redis.call('SET', KEYS[1], cost, 'PX', window)
    left = window
  else
    redis.call('INCRBY', KEYS[1], cost)
  end
  return {1, used + cost, left}`;

/** Redis does not answer, or not in time. */
export class Away extends Error {}

/**
 * The counts that all gates share in Redis. Once a question has failed, Redis counts as away and is asked no more
 * until a probe is answered.
 */
export class CountTogether {
  #redis;
  #away = true;

  constructor(url) {
    this.#redis = createClient({
      url,
      // A command that was kept for later would count what has long been decided without Redis.
      disableOfflineQueue: true,
      socket: { connectTimeout: PATIENCE, reconnectStrategy: () => BETWEEN_PROBES },
    });
    this.#redis.on('error', () => {
      // Tells that it reconnects; the probes tell the rest.
    });
    this.#redis.connect().catch(console.error);
    this.#probe();
  }

  async take(rule, { client, cost }) {
    if (this.#away) {
      throw new Away();
    }
    try {
      const [admitted, used, left] = await inTime(
        this.#redis.eval(TAKE, {
          keys: [`gate:${rule.name}:${client}`],
          arguments: [cost, rule.limit, rule.window].map(String),
        }),
      );
      return { admitted: admitted === 1, counted: 'together', limit: rule.limit, used, left };
    } catch (cause) {
      this.#goAway();
      throw new Away('Redis is away.', { cause });
    }
  }

  #goAway() {
    if (!this.#away) {
      this.#away = true;
      setTimeout(() => this.#probe(), BETWEEN_PROBES);
    }
  }

  async #probe() {
    try {
      await inTime(this.#redis.ping());
      this.#away = false;
    } catch {
      setTimeout(() => this.#probe(), BETWEEN_PROBES);
    }
  }
}

async function inTime(answer) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time.')), PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
