"""Remembers what the archive has said."""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass

from archive import Failed

FRESH = {"cards": 3600.0, "loans": 1.0}
USABLE = 3600.0
MOST = 50


@dataclass(frozen=True)
class Kept:
    """A text, or None when there is no such thing."""

    text: str | None
    fresh_until: float

    def is_fresh(self):
        return time.monotonic() < self.fresh_until

    def is_usable(self):
        return self.text is not None and time.monotonic() < self.fresh_until + USABLE


class Flight:
    """A question that is on its way, for all who want to know."""

    def __init__(self):
        self._landed = threading.Event()
        self._answer = None
        self._failure = None

    def land(self, text, stale):
        self._answer = text, stale
        self._landed.set()

    def crash(self, failure):
        self._failure = failure
        self._landed.set()

    def wait(self):
        self._landed.wait()
        if self._failure is not None:
            raise self._failure
        return self._answer


class Memory:
    """Everything below is changed with the lock, and nobody who has it waits for the archive."""

    def __init__(self, archive):
        self._archive = archive
        self._lock = threading.Lock()
        # The one that was wanted last comes last.
        self._kept = OrderedDict()
        self._flights = {}

    def recall(self, question):
        """The text, or None when there is no such thing, and whether it is stale."""
        with self._lock:
            kept = self._kept.get(question)
            if kept is not None:
                self._kept.move_to_end(question)
                if kept.is_fresh():
                    return kept.text, False
            flight = self._flights.get(question)
            begins = flight is None
            if begins:
                flight = self._flights[question] = Flight()
        if begins:
            self._fly(question, flight)
        return flight.wait()

    def forget(self, collection, id):
        """Questions on their way go on for those who wait, but are no longer known here."""
        with self._lock:
            for question in [q for q in (*self._kept, *self._flights) if (q.collection, q.id) == (collection, id)]:
                self._kept.pop(question, None)
                self._flights.pop(question, None)

    def _fly(self, question, flight):
        try:
            text = self._archive.ask(question)
        except Failed as failure:
            self._fall_back(question, flight, failure)
        else:
            self._keep(question, flight, Kept(text, time.monotonic() + FRESH[question.collection]))

    def _keep(self, question, flight, kept):
        with self._lock:
            if self._ends(question, flight):
                self._kept[question] = kept
                self._kept.move_to_end(question)
                while len(self._kept) > MOST:
                    self._kept.popitem(last=False)
        flight.land(kept.text, stale=False)

    def _fall_back(self, question, flight, failure):
        with self._lock:
            self._ends(question, flight)
            kept = self._kept.get(question)
        if kept is not None and kept.is_usable():
            flight.land(kept.text, stale=True)
        else:
            flight.crash(failure)

    def _ends(self, question, flight):
        """Whether nothing has changed since it began."""
        is_known = self._flights.get(question) is flight
        if is_known:
            del self._flights[question]
        return is_known
