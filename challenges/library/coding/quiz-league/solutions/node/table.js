'use strict';

const Redis = require('ioredis');

const DAYS_KEPT = 8;
const DAY_SECONDS = 24 * 60 * 60;

// More than there are reports in a night. A score is total × SLOTS plus what is left of the slots when the total was reached, so that it
// orders by total first and by time after that. Both together stay below 2^53, up to which Redis keeps scores exactly.
const SLOTS = 1_000_000;

// A script is not interrupted, so each of these is one step.
const SCRIPTS = {
  // Counts a report, unless it has been.
  countReport: {
    numberOfKeys: 2,
    lua: `
      local counted = redis.call('HGET', KEYS[2], ARGV[1])
      if counted then
        return {0, counted}
      end
      local slots = tonumber(ARGV[5])
      local score = redis.call('ZSCORE', KEYS[1], ARGV[2])
      local total = (score and math.floor(tonumber(score) / slots) or 0) + tonumber(ARGV[3])
      local left = slots - 1 - redis.call('HLEN', KEYS[2])
      counted = cjson.encode({team = ARGV[2], points = tonumber(ARGV[3]), total = total})
      redis.call('ZADD', KEYS[1], string.format('%.0f', total * slots + left), ARGV[2])
      redis.call('HSET', KEYS[2], ARGV[1], counted)
      redis.call('EXPIREAT', KEYS[1], ARGV[4])
      redis.call('EXPIREAT', KEYS[2], ARGV[4])
      return {1, counted}
    `,
  },
  bestTeams: {
    numberOfKeys: 1,
    readOnly: true,
    lua: "return {redis.call('ZCARD', KEYS[1]), redis.call('ZREVRANGE', KEYS[1], 0, ARGV[1] - 1, 'WITHSCORES')}",
  },
  teamsAround: {
    numberOfKeys: 1,
    readOnly: true,
    lua: `
      local rank = redis.call('ZREVRANK', KEYS[1], ARGV[1])
      if not rank then
        return {0, {}}
      end
      local first = math.max(0, rank - ARGV[2])
      return {first, redis.call('ZREVRANGE', KEYS[1], first, rank + ARGV[2], 'WITHSCORES')}
    `,
  },
};

/** Redis does not answer. */
class TableAway extends Error {}

class Table {
  #redis;

  constructor(url) {
    this.#redis = new Redis(url, {
      scripts: SCRIPTS,
      lazyConnect: true,
      // While Redis is away, commands fail at once instead of waiting for it.
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      commandTimeout: 4000,
      retryStrategy: (attempt) => Math.min(50 * attempt, 500),
    });
    // The client goes on trying; without a listener it would write each attempt to the log.
    this.#redis.on('error', () => {});
  }

  connect() {
    return this.#redis.connect();
  }

  /** Whether the report is a new one, and what was counted under its name. */
  async count(night, { report, team, points }) {
    const end = night.begin / 1000 + DAYS_KEPT * DAY_SECONDS;
    const [first, counted] = await this.#run('countReport', rankingKey(night), reportsKey(night), report, team, points, end, SLOTS);
    return { isNew: first === 1, counted: JSON.parse(counted) };
  }

  async best(night, limit) {
    const [teams, scores] = await this.#run('bestTeams', rankingKey(night), limit);
    return { teams, ranking: entries(0, scores) };
  }

  /** The team and its neighbours; nothing when it is not in the table. */
  async around(night, team, span) {
    return entries(...(await this.#run('teamsAround', rankingKey(night), team, span)));
  }

  async #run(script, ...values) {
    try {
      return await this.#redis[script](...values);
    } catch (error) {
      throw error instanceof Redis.ReplyError ? error : new TableAway(error.message);
    }
  }
}

function rankingKey({ league, day }) {
  return `ranking:${league}:${day}`;
}

function reportsKey({ league, day }) {
  return `reports:${league}:${day}`;
}

/** Of names and scores in turn, of the teams that come after so many others. */
function entries(before, scores) {
  const table = [];
  for (let i = 0; i < scores.length; i += 2) {
    table.push({ rank: before + 1 + i / 2, team: scores[i], points: Math.floor(Number(scores[i + 1]) / SLOTS) });
  }
  return table;
}

module.exports = { Table, TableAway };
