"""Turns the body of a request into changes that can be trusted. A change is a key and its new value, None to delete."""

import json
import re

MAX_VALUE = 32 * 1024
MAX_CHANGES = 100
KEY = re.compile(r"[A-Za-z0-9_-]{1,64}")

Change = tuple[str, str | None]


class Invalid(Exception):
    """The message is for the client."""


def item(body: bytes) -> str:
    return _value(_object(_parse(body)).get("value"))


def batch(body: bytes) -> list[Change]:
    changes = _object(_parse(body)).get("changes")
    if not isinstance(changes, list) or not 1 <= len(changes) <= MAX_CHANGES:
        raise Invalid(f"The field changes must be a list of 1 to {MAX_CHANGES} changes.")
    return [_change(_object(change)) for change in changes]


def key(value) -> str:
    if not isinstance(value, str) or not KEY.fullmatch(value):
        raise Invalid("A key or prefix has 1 to 64 of the characters A-Z, a-z, 0-9, _ and -.")
    return value


def _change(fields: dict) -> Change:
    match fields.get("op"):
        case "put":
            return key(fields.get("key")), _value(fields.get("value"))
        case "delete":
            return key(fields.get("key")), None
    raise Invalid('The field op must be "put" or "delete".')


def _value(value) -> str:
    if not isinstance(value, str):
        raise Invalid("The field value is missing, or is not text.")
    try:
        size = len(value.encode())
    except UnicodeEncodeError:
        raise Invalid("The value is not valid Unicode.") from None
    if size > MAX_VALUE:
        raise Invalid(f"The value has more than {MAX_VALUE} bytes.")
    return value


def _parse(body: bytes):
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise Invalid("The body is not JSON.") from None


def _object(value) -> dict:
    if not isinstance(value, dict):
        raise Invalid("The body, and each change, must be a JSON object.")
    return value
