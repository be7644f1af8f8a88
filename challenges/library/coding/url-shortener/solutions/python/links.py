"""Short links in memory."""

import secrets
import string
import threading
from dataclasses import dataclass
from datetime import datetime

ALPHABET = string.ascii_letters + string.digits
CODE_LENGTH = 7


@dataclass
class Link:
    code: str
    url: str
    expires_at: datetime | None
    hits: int = 0

    def has_expired(self, now: datetime) -> bool:
        return self.expires_at is not None and now >= self.expires_at


class AliasTaken(Exception):
    pass


class Links:
    """All links, by code. One lock guards them; nothing slow happens while it is held."""

    def __init__(self):
        self._by_code: dict[str, Link] = {}
        self._lock = threading.Lock()

    def find(self, code: str) -> Link | None:
        return self._by_code.get(code)

    def add(self, url: str, alias: str | None, expires_at: datetime | None) -> Link:
        with self._lock:
            code = alias or self._unused_code()
            if code in self._by_code:
                raise AliasTaken
            link = Link(code, url, expires_at)
            self._by_code[code] = link
            return link

    def hit(self, link: Link) -> None:
        with self._lock:
            link.hits += 1

    def _unused_code(self) -> str:
        while True:
            code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
            if code not in self._by_code:
                return code
