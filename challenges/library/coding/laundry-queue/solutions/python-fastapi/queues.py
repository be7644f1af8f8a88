"""Jobs in memory, with leases that run out."""

import secrets
import time
from collections import defaultdict


class NoSuchJob(Exception):
    pass


class StaleLease(Exception):
    pass


class Job:
    """What it is depends on the time, so it is asked for its state and never told."""

    def __init__(self, job_id: str, payload: dict, max_attempts: int, delay_ms: int):
        self.id = job_id
        self.payload = payload
        self.max_attempts = max_attempts
        self.attempts = 0
        self.is_done = False
        self._lease: str | None = None
        self._lease_end = 0.0
        self._ready_from = time.monotonic() + delay_ms / 1000

    @property
    def state(self) -> str:
        now = time.monotonic()
        if self.is_done:
            return "done"
        if self._lease is not None and now < self._lease_end:
            return "leased"
        if self.attempts >= self.max_attempts:
            return "dead"
        return "ready" if now >= self._ready_from else "delayed"

    def view(self) -> dict:
        return {
            "id": self.id,
            "payload": self.payload,
            "state": self.state,
            "attempts": self.attempts,
            "maxAttempts": self.max_attempts,
        }

    def begin_lease(self, lease_ms: int) -> str:
        self.attempts += 1
        self._lease = secrets.token_urlsafe(12)
        self._lease_end = time.monotonic() + lease_ms / 1000
        return self._lease

    def end_lease(self, lease: str) -> None:
        if self.state != "leased" or lease != self._lease:
            raise StaleLease
        self._lease = None

    def delay(self, delay_ms: int) -> None:
        self._ready_from = time.monotonic() + delay_ms / 1000


class Queue:
    """Used by one event loop only: nothing here may ever wait for anything."""

    def __init__(self):
        self._jobs: dict[str, Job] = {}
        self._by_key: dict[str, Job] = {}

    def add(self, payload: dict, key: str | None, delay_ms: int, max_attempts: int) -> tuple[dict, bool]:
        """The job, and whether it is new."""
        if key in self._by_key:
            return self._by_key[key].view(), False
        job = Job(f"job-{len(self._jobs) + 1}", payload, max_attempts, delay_ms)
        self._jobs[job.id] = job
        if key is not None:
            self._by_key[key] = job
        return job.view(), True

    def take(self, lease_ms: int) -> dict | None:
        job = next((job for job in self._jobs.values() if job.state == "ready"), None)
        if job is None:
            return None
        lease = job.begin_lease(lease_ms)
        return job.view() | {"lease": lease}

    def ack(self, job_id: str, lease: str) -> dict:
        job = self._find(job_id)
        job.end_lease(lease)
        job.is_done = True
        return job.view()

    def fail(self, job_id: str, lease: str, delay_ms: int) -> dict:
        job = self._find(job_id)
        job.end_lease(lease)
        job.delay(delay_ms)
        return job.view()

    def look(self, job_id: str) -> dict:
        return self._find(job_id).view()

    def dead(self) -> list[dict]:
        return [job.view() for job in self._jobs.values() if job.state == "dead"]

    def _find(self, job_id: str) -> Job:
        if job_id not in self._jobs:
            raise NoSuchJob
        return self._jobs[job_id]


queues: dict[str, Queue] = defaultdict(Queue)
