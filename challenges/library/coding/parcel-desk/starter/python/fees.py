"""How long a parcel is kept, and what it costs to come late. Amounts are in cents."""

from datetime import date, datetime, timedelta

DAYS_KEPT = timedelta(days=7)
LATE = 200
LATE_PER_DAY = 50
MOST = 1000


def due_day(arrived_at: datetime) -> date:
    return arrived_at.date() + DAYS_KEPT


def fee(due: date, collected_at: datetime) -> int:
    day = collected_at.date()
    if day < due:
        return 0
    return min(LATE + LATE_PER_DAY * (day - due).days, MOST)
