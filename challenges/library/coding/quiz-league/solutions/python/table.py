import datetime
import json
from dataclasses import dataclass

from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry

DAYS_KEPT = 8

# More than there are reports in a night. A score is total × SLOTS plus what is left of the slots when the total was reached, so that it
# orders by total first and by time after that. Both together stay below 2^53, up to which Redis keeps scores exactly.
SLOTS = 1_000_000

# Counts a report, unless it has been: both in one step, since a script is not interrupted.
COUNT = """
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
"""

BEST = "return {redis.call('ZCARD', KEYS[1]), redis.call('ZREVRANGE', KEYS[1], 0, ARGV[1] - 1, 'WITHSCORES')}"

AROUND = """
local rank = redis.call('ZREVRANK', KEYS[1], ARGV[1])
if not rank then
  return {0, {}}
end
local first = math.max(0, rank - ARGV[2])
return {first, redis.call('ZREVRANGE', KEYS[1], first, rank + ARGV[2], 'WITHSCORES')}
"""


@dataclass(frozen=True)
class Night:
    league: str
    day: datetime.date

    def ranking_key(self) -> str:
        return f"ranking:{self.league}:{self.day}"

    def reports_key(self) -> str:
        return f"reports:{self.league}:{self.day}"

    def end(self) -> int:
        """When nothing of it is kept any more, in seconds since 1970."""
        last = datetime.datetime.combine(self.day, datetime.time(), datetime.timezone.utc)
        return int((last + datetime.timedelta(days=DAYS_KEPT)).timestamp())


class Table:
    def __init__(self, url: str):
        # One more try at once, on a new connection: a script that was carried out without our hearing of it does no harm twice.
        redis = Redis.from_url(url, decode_responses=True, socket_connect_timeout=2, socket_timeout=4, retry=Retry(NoBackoff(), 1))
        self._count = redis.register_script(COUNT)
        self._best = redis.register_script(BEST)
        self._around = redis.register_script(AROUND)

    def count(self, night: Night, report: dict) -> tuple[bool, dict]:
        """Whether the report is a new one, and what was counted under its name."""
        keys = [night.ranking_key(), night.reports_key()]
        values = [report["report"], report["team"], report["points"], night.end(), SLOTS]
        first, counted = self._count(keys=keys, args=values)
        return first == 1, {"report": report["report"], **json.loads(counted)}

    def best(self, night: Night, limit: int) -> tuple[int, list[dict]]:
        teams, scores = self._best(keys=[night.ranking_key()], args=[limit])
        return teams, entries(0, scores)

    def around(self, night: Night, team: str, span: int) -> list[dict]:
        """The team and its neighbours; nothing when it is not in the table."""
        first, scores = self._around(keys=[night.ranking_key()], args=[team, span])
        return entries(first, scores)


def entries(before: int, scores: list[str]) -> list[dict]:
    """Names and scores in turn, of the teams that come after so many others."""
    pairs = zip(scores[::2], scores[1::2])
    return [
        {"rank": rank, "team": team, "points": int(float(score)) // SLOTS}
        for rank, (team, score) in enumerate(pairs, start=before + 1)
    ]
