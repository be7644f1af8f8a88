"""How long a parcel is kept, and what it costs to come late. Amounts are in cents."""

from datetime import date, datetime, timedelta, timezone

DAYS_KEPT = timedelta(days=7)
LATE = 200
LATE_PER_DAY = 50
MOST = 1000

# Brisbane has no summer time.
DESK = timezone(timedelta(hours=10))


def due_day(arrived_at: datetime) -> date:
    return day_of(arrived_at) + DAYS_KEPT


def fee(due: date, collected_at: datetime) -> int:
    day = day_of(collected_at)
    if day <= due:
        return 0
    return min(LATE + LATE_PER_DAY * (day - due).days, MOST)


def day_of(instant: datetime) -> date:
    return instant.astimezone(DESK).date()
