"""Amounts of money: text such as 19.99 outside, whole cents inside."""

import re

AMOUNT = re.compile(r"[0-9]{1,4}\.[0-9]{2}")


def is_amount(value) -> bool:
    return isinstance(value, str) and AMOUNT.fullmatch(value) is not None


def cents(amount: str) -> int:
    return int(amount.replace(".", ""))


def text(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"
