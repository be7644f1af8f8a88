"""Counts: together with the other gates in Redis, and alone in this gate's memory."""

import threading
import time
from dataclasses import dataclass
from math import ceil

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

PATIENCE = 1.0
BETWEEN_PROBES = 0.25
BETWEEN_CLEANINGS = 60_000

# Looks, adds and sets the end in one step, since Redis runs nothing else in the meantime.
TAKE = """
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
return {1, used + cost, left}
"""


@dataclass(frozen=True)
class Decision:
    admitted: bool
    counted: str
    limit: int
    used: int
    # In seconds, with fractions.
    left: float

    @property
    def remaining(self):
        return max(0, self.limit - self.used)

    @property
    def reset(self):
        """Rounded up, so that a client who waits so long is not too early."""
        return max(1, ceil(self.left))


class Away(Exception):
    """Redis does not answer, or not in time."""


def now_millis():
    """Whole ones: with fractions, a time that is added and taken away again may leave a little more than it was."""
    return time.monotonic_ns() // 1_000_000


class CountTogether:
    """Once a question has failed, Redis counts as away and is asked no more; a thread finds out when it is back."""

    def __init__(self, url):
        self._redis = redis.Redis.from_url(
            url,
            socket_timeout=PATIENCE,
            socket_connect_timeout=PATIENCE,
            # Asking again would let a visitor wait again, and might count twice.
            retry=Retry(NoBackoff(), 0),
        )
        self._away = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def take(self, rule, client, cost):
        if self._away.is_set():
            raise Away
        key = f"gate:{rule.name}:{client}"
        try:
            admitted, used, left = self._redis.eval(TAKE, 1, key, cost, rule.limit, rule.window * 1000)
        except redis.RedisError as error:
            self._away.set()
            raise Away from error
        return Decision(admitted == 1, "together", rule.limit, used, left / 1000)

    def _watch(self):
        while True:
            self._away.wait()
            try:
                self._redis.ping()
                self._away.clear()
            except redis.RedisError:
                time.sleep(BETWEEN_PROBES)


class CountAlone:
    def __init__(self):
        self._lock = threading.Lock()
        self._windows = {}
        self._cleaned = now_millis()

    def take(self, rule, client, cost):
        with self._lock:
            now = now_millis()
            self._clean(now)
            used, end = self._windows.get((rule.name, client), (0, now))
            if now >= end:
                used, end = 0, now + rule.window * 1000
            admitted = used + cost <= rule.alone
            if admitted:
                used += cost
                self._windows[rule.name, client] = used, end
            return Decision(admitted, "alone", rule.alone, used, (end - now) / 1000)

    def _clean(self, now):
        """So that clients who never come again do not stay."""
        if now - self._cleaned > BETWEEN_CLEANINGS:
            self._cleaned = now
            self._windows = {key: window for key, window in self._windows.items() if now < window[1]}
