import threading


class Passages:
    def __init__(self):
        self._lock = threading.Lock()
        self._ids = set()
        self._by_gate = {}

    def add(self, id, gate, card, at):
        with self._lock:
            if id not in self._ids:
                self._ids.add(id)
                self._by_gate.setdefault(gate, []).append((at, card))

    def busiest(self, gate, start, end, window):
        """Start of the busiest window and its passages; None and 0 when nobody passed."""
        with self._lock:
            times = sorted(at for at, _ in self._by_gate.get(gate, []) if start <= at < end)
        best, most = None, 0
        for first in times:
            passages = sum(1 for at in times if first <= at < first + window)
            if passages > most:
                best, most = first, passages
        return best, most

    def regulars(self, gate, start, end, limit):
        """Cards with their passages, most passages first."""
        with self._lock:
            cards = [card for at, card in self._by_gate.get(gate, []) if start <= at < end]
        passages = [(card, cards.count(card)) for card in set(cards)]
        passages.sort(key=lambda one: (-one[1], one[0]))
        return passages[:limit]
