import heapq
import threading
from bisect import bisect_left, insort
from collections import Counter
from operator import itemgetter


class Passages:
    """The passages of each gate in the order of their times."""

    def __init__(self):
        self._lock = threading.Lock()
        self._ids = set()
        self._by_gate = {}

    def add(self, id, gate, card, at):
        with self._lock:
            if id not in self._ids:
                self._ids.add(id)
                insort(self._by_gate.setdefault(gate, []), (at, card), key=itemgetter(0))

    def busiest(self, gate, start, end, window):
        """Start of the busiest window and its passages; None and 0 when nobody passed."""
        times = [at for at, _ in self._within(gate, start, end)]
        best, most, after = None, 0, 0
        for index, first in enumerate(times):
            # The end of the window only ever moves on.
            while after < len(times) and times[after] < first + window:
                after += 1
            if after - index > most:
                best, most = first, after - index
        return best, most

    def regulars(self, gate, start, end, limit):
        """Cards with their passages, most passages first."""
        passages = Counter(card for _, card in self._within(gate, start, end))
        return heapq.nsmallest(limit, passages.items(), key=lambda one: (-one[1], one[0]))

    def _within(self, gate, start, end):
        with self._lock:
            passages = self._by_gate.get(gate, [])
            first = bisect_left(passages, start, key=itemgetter(0))
            return passages[first : bisect_left(passages, end, lo=first, key=itemgetter(0))]
