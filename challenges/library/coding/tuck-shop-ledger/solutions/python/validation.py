"""Turns requests into values that can be trusted."""

import json

MOST = 1_000_000
MAX_OWNER = 60
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


def key(header: str | None) -> str:
    if not header or len(header) > MAX_KEY:
        raise Invalid(f"The header Idempotency-Key must be there and have at most {MAX_KEY} characters.")
    return header


def owner(given: dict) -> str:
    value = given.get("owner")
    if not isinstance(value, str) or not 1 <= len(value) <= MAX_OWNER:
        raise Invalid(f"The owner must be text of 1 to {MAX_OWNER} characters.")
    return value


def amount(given: dict) -> int:
    value = given.get("amount")
    # A bool would be an int too.
    if type(value) is not int or not 1 <= value <= MOST:
        raise Invalid(f"The amount must be a whole number from 1 to {MOST}.")
    return value


def sides(given: dict) -> tuple[str, str]:
    payer, receiver = given.get("from"), given.get("to")
    if not isinstance(payer, str) or not isinstance(receiver, str):
        raise Invalid("The fields from and to must be there and be text.")
    if payer == receiver:
        raise Invalid("A transfer needs two different accounts.")
    return payer, receiver
