"""Bookings in memory."""

import itertools
import threading
from dataclasses import asdict, dataclass

from accounts import STAFF, Account


@dataclass
class Booking:
    id: int
    username: str
    show: str
    seats: int
    admitted: bool = False

    def is_seen_by(self, account: Account) -> bool:
        return self.username == account.username or account.role in STAFF

    def shown(self) -> dict:
        return asdict(self)


class Bookings:
    """All bookings, by id, in the order in which they were made. One lock guards them."""

    def __init__(self):
        self._by_id: dict[int, Booking] = {}
        self._ids = itertools.count(1)
        self._lock = threading.Lock()

    def add(self, username: str, show: str, seats: int) -> Booking:
        with self._lock:
            booking = Booking(next(self._ids), username, show, seats)
            self._by_id[booking.id] = booking
            return booking

    def find(self, id: int) -> Booking | None:
        return self._by_id.get(id)

    def remove(self, booking: Booking) -> None:
        with self._lock:
            self._by_id.pop(booking.id, None)

    def all(self) -> list[Booking]:
        with self._lock:
            return list(self._by_id.values())
