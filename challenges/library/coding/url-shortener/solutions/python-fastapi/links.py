"""Short links in memory."""

import secrets
import string
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
    """All links, by code. Used by one event loop only: nothing here may ever wait for anything."""

    def __init__(self):
        self._by_code: dict[str, Link] = {}

    def find(self, code: str) -> Link | None:
        return self._by_code.get(code)

    def add(self, url: str, alias: str | None, expires_at: datetime | None) -> Link:
        code = alias or self._unused_code()
        if code in self._by_code:
            raise AliasTaken
        link = Link(code, url, expires_at)
        self._by_code[code] = link
        return link

    def _unused_code(self) -> str:
        while True:
            code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
            if code not in self._by_code:
                return code
