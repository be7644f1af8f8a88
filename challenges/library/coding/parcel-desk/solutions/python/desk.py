"""The shelf with the parcels, and what is done with them."""

import random
from datetime import datetime

import fees
from display import Display
from parcel import Parcel
from refused import Refused


class Desk:
    def __init__(self):
        self._parcels: dict[int, Parcel] = {}
        self._display = Display(self._parcels)

    def register(self, flat: str, recipient: str, arrived_at: datetime, charge: int, note: str | None) -> Parcel:
        number = len(self._parcels) + 1
        code = f"{random.randrange(10_000):04}"
        due = fees.due_day(arrived_at)
        if note is None:
            parcel = Parcel(number, code, flat, recipient, arrived_at, due, charge)
        else:
            parcel = Parcel(number, code, flat, recipient, arrived_at, due, charge, [note])
        self._parcels[number] = parcel
        self._display.forget(flat)
        return parcel

    def find(self, number: int) -> Parcel:
        if number not in self._parcels:
            raise Refused(404, f"There is no parcel {number}.")
        return self._parcels[number]

    def page(self, flat: str, page: int, size: int) -> dict:
        found = [parcel for parcel in self._parcels.values() if parcel.flat == flat]
        start = (page - 1) * size
        return {
            "items": [parcel.shown() for parcel in found[start : start + size]],
            "page": page,
            "pages": (len(found) + size - 1) // size,
            "total": len(found),
        }

    def move(self, number: int, flat: str) -> Parcel:
        parcel = self.find(number)
        self._display.forget(parcel.flat)
        parcel.flat = flat
        self._display.forget(flat)
        return parcel

    def add_note(self, number: int, text: str) -> Parcel:
        parcel = self.find(number)
        parcel.notes.append(text)
        return parcel

    def collect(self, number: int, code: str, at: datetime) -> Parcel:
        parcel = self.find(number)
        if parcel.status == "collected":
            raise Refused(409, f"Parcel {number} was collected before.")
        if parcel.code != code:
            raise Refused(403, "This is not the code of the parcel.")
        parcel.status = "collected"
        parcel.collected_at = at
        parcel.fee = fees.fee(parcel.due, at)
        self._display.forget(parcel.flat)
        return parcel

    def summary(self, flat: str) -> dict:
        return self._display.of(flat)
