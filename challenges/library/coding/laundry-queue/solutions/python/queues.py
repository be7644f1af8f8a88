"""Jobs in memory, with leases that run out."""

import heapq
import itertools
import secrets
import threading
import time
from collections import defaultdict
from dataclasses import dataclass


class NoSuchJob(Exception):
    pass


class StaleLease(Exception):
    pass


@dataclass(frozen=True)
class NewJob:
    payload: dict
    key: str | None
    delay_ms: int
    max_attempts: int


class Job:
    """Guarded by the lock of its queue."""

    def __init__(self, number: int, new: NewJob):
        self.number = number
        self.id = f"j-{number}"
        self.payload = new.payload
        self.max_attempts = new.max_attempts
        self.state = "ready"
        self.attempts = 0
        self.lease: str | None = None
        # What its queue has planned for it: the end of the lease or the delay.
        self.deadline: tuple | None = None

    def view(self) -> dict:
        return {
            "id": self.id,
            "payload": self.payload,
            "state": self.state,
            "attempts": self.attempts,
            "maxAttempts": self.max_attempts,
        }


class Queue:
    """One lock guards it, and nothing slow happens while it is held. Whoever comes first does what time has made due."""

    def __init__(self, clock=time.monotonic):
        self._clock = clock
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}
        self._by_key: dict[str, Job] = {}
        self._numbers = itertools.count(1)
        # Heap of (number, job): what can be taken, the oldest first.
        self._ready: list[tuple] = []
        # Heap of (time, count, job): ends of leases and delays. Those that came to nothing stay until their time.
        self._deadlines: list[tuple] = []
        self._counts = itertools.count()

    def add(self, new: NewJob) -> tuple[dict, bool]:
        """The job, and whether it is new."""
        with self._lock:
            self._settle()
            known = self._by_key.get(new.key) if new.key is not None else None
            if known is not None:
                return known.view(), False
            job = Job(next(self._numbers), new)
            self._jobs[job.id] = job
            if new.key is not None:
                self._by_key[new.key] = job
            self._offer(job, new.delay_ms)
            return job.view(), True

    def take(self, lease_ms: int) -> dict | None:
        """The next job with its lease, or nothing when none is ready."""
        with self._lock:
            self._settle()
            if not self._ready:
                return None
            _, job = heapq.heappop(self._ready)
            job.state = "leased"
            job.attempts += 1
            job.lease = secrets.token_urlsafe(12)
            self._plan(job, lease_ms)
            return job.view() | {"lease": job.lease}

    def ack(self, job_id: str, lease: str) -> dict:
        with self._lock:
            self._settle()
            job = self._end_lease(job_id, lease)
            job.state = "done"
            return job.view()

    def fail(self, job_id: str, lease: str, delay_ms: int) -> dict:
        with self._lock:
            self._settle()
            job = self._end_lease(job_id, lease)
            self._retry(job, delay_ms)
            return job.view()

    def look(self, job_id: str) -> dict:
        with self._lock:
            self._settle()
            return self._find(job_id).view()

    def dead(self) -> list[dict]:
        with self._lock:
            self._settle()
            return [job.view() for job in self._jobs.values() if job.state == "dead"]

    def _find(self, job_id: str) -> Job:
        if job_id not in self._jobs:
            raise NoSuchJob
        return self._jobs[job_id]

    def _end_lease(self, job_id: str, lease: str) -> Job:
        job = self._find(job_id)
        if job.lease is None or job.lease != lease:
            raise StaleLease
        job.lease = None
        job.deadline = None
        return job

    def _retry(self, job: Job, delay_ms: int) -> None:
        if job.attempts >= job.max_attempts:
            job.state = "dead"
        else:
            self._offer(job, delay_ms)

    def _offer(self, job: Job, delay_ms: int) -> None:
        if delay_ms > 0:
            job.state = "delayed"
            self._plan(job, delay_ms)
        else:
            job.state = "ready"
            heapq.heappush(self._ready, (job.number, job))

    def _plan(self, job: Job, millis: int) -> None:
        job.deadline = (self._clock() + millis / 1000, next(self._counts), job)
        heapq.heappush(self._deadlines, job.deadline)

    def _settle(self) -> None:
        now = self._clock()
        while self._deadlines and self._deadlines[0][0] <= now:
            deadline = heapq.heappop(self._deadlines)
            job = deadline[2]
            if job.deadline is deadline:
                self._let_pass(job)

    def _let_pass(self, job: Job) -> None:
        job.deadline = None
        if job.state == "leased":
            job.lease = None
            self._retry(job, delay_ms=0)
        else:
            self._offer(job, delay_ms=0)


class Queues:
    """All queues by name; each is there as soon as it is named."""

    def __init__(self):
        self._by_name: dict[str, Queue] = defaultdict(Queue)
        self._lock = threading.Lock()

    def get(self, name: str) -> Queue:
        with self._lock:
            return self._by_name[name]
