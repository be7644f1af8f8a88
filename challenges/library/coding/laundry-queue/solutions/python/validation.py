"""Turns the bodies of requests into values that can be trusted."""

import json

from queues import NewJob

HOUR_MS = 3_600_000
MAX_KEY = 100


class Invalid(Exception):
    """The message is for the client."""


def fields(body: bytes) -> dict:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        raise Invalid("The body is not JSON.") from None
    if not isinstance(value, dict):
        raise Invalid("The body must be a JSON object.")
    return value


def new_job(given: dict) -> NewJob:
    payload = given.get("payload")
    if not isinstance(payload, dict):
        raise Invalid("The field payload is missing, or is not an object.")
    return NewJob(
        payload=payload,
        key=_key(given.get("key")),
        delay_ms=delay_ms(given),
        max_attempts=_whole(given, "maxAttempts", 1, 20, default=3),
    )


def lease_ms(given: dict) -> int:
    return _whole(given, "leaseMs", 1, HOUR_MS)


def delay_ms(given: dict) -> int:
    return _whole(given, "delayMs", 0, HOUR_MS, default=0)


def lease(given: dict) -> str:
    value = given.get("lease")
    if not isinstance(value, str):
        raise Invalid("The field lease is missing, or is not text.")
    return value


def _key(value) -> str | None:
    if value is not None and not (isinstance(value, str) and 1 <= len(value) <= MAX_KEY):
        raise Invalid(f"The key must be text of 1 to {MAX_KEY} characters.")
    return value


def _whole(given: dict, name: str, least: int, most: int, default: int | None = None) -> int:
    value = given.get(name)
    if value is None:
        value = default
    # A bool would be an int too.
    if type(value) is not int or not least <= value <= most:
        raise Invalid(f"The field {name} must be a whole number from {least} to {most}.")
    return value
