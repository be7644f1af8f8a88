"""Batches of changes in a file, one a line, in the order in which they were made."""

import json
import os

from validation import Change

COMPACT_FROM = 1024 * 1024


def encode(batch: list[Change]) -> bytes:
    # JSON escapes line breaks, so that a line ends where the batch ends.
    return json.dumps(batch, ensure_ascii=False).encode() + b"\n"


def decode(line: bytes) -> list[Change]:
    return [(key, value) for key, value in json.loads(line)]


class ChangeLog:
    """Nothing is buffered here: what the kernel has been given outlives this process. Not safe for threads."""

    def __init__(self, path: str):
        self._path = path
        self._compact_at = COMPACT_FROM
        self._open()

    @property
    def is_large(self) -> bool:
        return self._size > self._compact_at

    def replay(self) -> list[list[Change]]:
        """All batches. A crash may have cut off the last line; nobody was told that it is stored, and it goes."""
        with open(self._path, "rb") as file:
            content = file.read()
        end = content.rfind(b"\n") + 1
        self._cut(end)
        return [decode(line) for line in content[:end].split(b"\n") if line]

    def append(self, batch: list[Change]) -> None:
        line = encode(batch)
        try:
            self._write(line)
        except OSError:
            # Half a line would spoil the next one.
            self._cut(self._size)
            raise
        self._size += len(line)

    def rewrite(self, items: dict[str, str]) -> None:
        """Begins anew with what is left of all changes. Until that is complete, the old file stays in its place."""
        new = self._path + ".new"
        with open(new, "wb") as file:
            for item in items.items():
                file.write(encode([item]))
        os.replace(new, self._path)
        self._file.close()
        self._open()
        self._compact_at = max(COMPACT_FROM, 2 * self._size)

    def _open(self) -> None:
        self._file = open(self._path, "ab", buffering=0)
        self._size = os.path.getsize(self._path)

    def _write(self, line: bytes) -> None:
        # The kernel may take less than all.
        rest = memoryview(line)
        while rest:
            rest = rest[self._file.write(rest) :]

    def _cut(self, size: int) -> None:
        self._file.truncate(size)
        self._size = size
