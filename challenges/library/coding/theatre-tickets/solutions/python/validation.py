"""Bodies of requests, turned into values that can be trusted."""

import re

from accounts import ROLES
from refused import Refused

USERNAME = re.compile(r"[a-z0-9-]{3,20}")


def new_account(body) -> tuple[str, str]:
    username, password = credentials(body)
    if not USERNAME.fullmatch(username):
        raise Refused(400, "A username has 3 to 20 of the characters a-z, 0-9 and -.")
    _require_length("password", password, 8, 128)
    return username, password


def credentials(body) -> tuple[str, str]:
    return _text(body, "username"), _text(body, "password")


def booking(body) -> tuple[str, int]:
    show = _text(body, "show")
    _require_length("show", show, 1, 80)
    seats = body.get("seats")
    # In Python, True is an int.
    if type(seats) is not int or not 1 <= seats <= 8:
        raise Refused(400, "The field seats must be a whole number from 1 to 8.")
    return show, seats


def role(body) -> str:
    role = _text(body, "role")
    if role not in ROLES:
        raise Refused(400, f"The field role must be one of {', '.join(ROLES)}.")
    return role


def _text(body, field: str) -> str:
    if not isinstance(body, dict):
        raise Refused(400, "The body must be a JSON object.")
    value = body.get(field)
    if not isinstance(value, str):
        raise Refused(400, f"The field {field} is missing, or is not text.")
    return value


def _require_length(field: str, value: str, least: int, most: int) -> None:
    if not least <= len(value) <= most:
        raise Refused(400, f"The field {field} must have {least} to {most} characters.")
