"""All items in memory, and every change to them in a log."""

import threading

from change_log import ChangeLog
from validation import Change


class Store:
    """One lock for the log and the memory, so that both see the changes in the same order."""

    def __init__(self, log: ChangeLog):
        self._log = log
        self._lock = threading.Lock()
        self._items: dict[str, str] = {}
        for batch in log.replay():
            self._change(batch)

    def find(self, key: str) -> str | None:
        with self._lock:
            return self._items.get(key)

    def with_prefix(self, prefix: str) -> list[tuple[str, str]]:
        with self._lock:
            return sorted(item for item in self._items.items() if item[0].startswith(prefix))

    def apply(self, batch: list[Change]) -> None:
        with self._lock:
            if self._log.is_large:
                self._log.rewrite(self._items)
            # The log comes first: what a reader sees can no longer be lost.
            self._log.append(batch)
            self._change(batch)

    def _change(self, batch: list[Change]) -> None:
        for key, value in batch:
            if value is None:
                self._items.pop(key, None)
            else:
                self._items[key] = value
