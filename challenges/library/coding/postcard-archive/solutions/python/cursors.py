import base64
import datetime
import hashlib
import hmac
import json
from dataclasses import dataclass

from refused import Refused

# Would come from outside in earnest. It must be the same after a restart.
SECRET = b"the goose has met your uncle"
MAC_BYTES = 16


@dataclass(frozen=True)
class Position:
    """The last card that was shown. It need not exist any more."""

    day: datetime.date
    id: int


@dataclass(frozen=True)
class Question:
    """What is asked for, whatever the page."""

    order: str
    countries: list[str] | None
    first: datetime.date | None
    last: datetime.date | None
    words: list[str]

    def cursor_after(self, card: dict) -> str:
        place = f"{card['sentOn']} {card['id']}".encode()
        return base64.urlsafe_b64encode(self._mac(place) + place).rstrip(b"=").decode()

    def position_in(self, cursor: str) -> Position:
        try:
            raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        except ValueError:
            raise _unknown() from None
        mac, place = raw[:MAC_BYTES], raw[MAC_BYTES:]
        if not hmac.compare_digest(mac, self._mac(place)):
            raise _unknown()
        day, id = place.decode().split(" ")
        return Position(datetime.date.fromisoformat(day), int(id))

    def _mac(self, place: bytes) -> bytes:
        """Binds the place to the question, so that a cursor need not contain the question."""
        asked = json.dumps([self.order, self.countries, str(self.first), str(self.last), self.words])
        return hmac.digest(SECRET, asked.encode() + b"\n" + place, hashlib.sha256)[:MAC_BYTES]


def _unknown() -> Refused:
    return Refused(400, "The cursor was not given out for this request.")
