"""Turns requests into values that can be trusted."""

import re
from datetime import UTC, datetime

import money
from parcel import INSTANT
from refused import Refused

FLAT = re.compile(r"[A-Za-z0-9-]{1,12}")


def registration(body) -> dict:
    return {
        "flat": flat(_field(body, "flat")),
        "recipient": _text(body, "recipient", 60),
        "arrived_at": _instant(body, "arrivedAt"),
        "charge": _charge(body),
        "note": None if _field(body, "note") is None else _text(body, "note", 200),
    }


def move(body) -> str:
    return flat(_field(body, "flat"))


def note(body) -> str:
    return _text(body, "text", 200)


def collection(body) -> tuple[str, datetime]:
    return _text(body, "code", 20), _instant(body, "at")


def flat(value) -> str:
    if not isinstance(value, str) or not FLAT.fullmatch(value.strip()):
        raise Refused(400, "A flat has 1 to 12 letters, digits or hyphens.")
    return value.strip().lower()


def number(parameters, name: str, default: int, least: int, most: int) -> int:
    value = parameters.get(name, str(default))
    if not re.fullmatch(r"[0-9]{1,7}", value) or not least <= int(value) <= most:
        raise Refused(400, f"{name} must be a whole number from {least} to {most}.")
    return int(value)


def _field(body, name: str):
    if not isinstance(body, dict):
        raise Refused(400, "The body must be a JSON object.")
    return body.get(name)


def _text(body, name: str, most: int) -> str:
    value = _field(body, name)
    if not isinstance(value, str) or not 1 <= len(value) <= most:
        raise Refused(400, f"The field {name} must be text of 1 to {most} characters.")
    return value


def _instant(body, name: str) -> datetime:
    value = _text(body, name, 20)
    try:
        return datetime.strptime(value, INSTANT).replace(tzinfo=UTC)
    except ValueError:
        raise Refused(400, f"The field {name} must be an instant such as 2031-03-06T22:30:00Z.") from None


def _charge(body) -> int:
    charge = _field(body, "charge")
    if charge is None:
        return 0
    if not money.is_amount(charge):
        raise Refused(400, "The field charge must be an amount such as 19.99.")
    return money.cents(charge)
