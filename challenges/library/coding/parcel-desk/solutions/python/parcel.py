from datetime import date, datetime

import money

INSTANT = "%Y-%m-%dT%H:%M:%SZ"


class Parcel:
    def __init__(
        self,
        number: int,
        code: str,
        flat: str,
        recipient: str,
        arrived_at: datetime,
        due: date,
        charge: int,
        notes: list[str] | None = None,
    ):
        self.number = number
        self.code = code
        self.flat = flat
        self.recipient = recipient
        self.arrived_at = arrived_at
        self.due = due
        self.charge = charge
        self.notes = [] if notes is None else notes
        self.status = "waiting"
        self.collected_at: datetime | None = None
        self.fee: int | None = None

    def shown(self) -> dict:
        """The parcel as clients see it."""
        return {
            "id": self.number,
            "code": self.code,
            "flat": self.flat,
            "recipient": self.recipient,
            "arrivedAt": self.arrived_at.strftime(INSTANT),
            "due": self.due.isoformat(),
            "charge": money.text(self.charge),
            "notes": self.notes,
            "status": self.status,
            "collectedAt": self.collected_at and self.collected_at.strftime(INSTANT),
            "fee": None if self.fee is None else money.text(self.fee),
        }
