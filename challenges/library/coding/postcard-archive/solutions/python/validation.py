import datetime
import re

from cursors import Question
from refused import Refused

MAX_LIMIT = 100
MAX_Q = 100
MAX_ID = 2**63 - 1

COUNTRY = re.compile(r"[a-z]{2}")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
NUMBER = re.compile(r"\d{1,19}", re.ASCII)


def card(body) -> dict:
    if not isinstance(body, dict):
        raise Refused(400, "The body must be a JSON object.")
    return {
        "place": text(body, "place", 80),
        "country": country(text(body, "country", 2)),
        "sentOn": date("sentOn", text(body, "sentOn", 10)),
        "message": text(body, "message", 500),
    }


def card_id(text: str) -> int | None:
    """None is the id of no card."""
    number = int(text) if NUMBER.fullmatch(text) else None
    return number if number is not None and number <= MAX_ID else None


def question(parameters) -> Question:
    order = parameters.get("order", "oldest")
    if order not in ("oldest", "newest"):
        raise Refused(400, "order is oldest or newest.")
    countries = parameters.get("country")
    return Question(
        order=order,
        countries=None if countries is None else [country(each) for each in countries.split(",")],
        first=optional_date(parameters, "from"),
        last=optional_date(parameters, "to"),
        words=words(parameters.get("q", "")),
    )


def limit(parameters) -> int:
    value = parameters.get("limit", "20")
    if not NUMBER.fullmatch(value) or not 1 <= int(value) <= MAX_LIMIT:
        raise Refused(400, f"limit is a number from 1 to {MAX_LIMIT}.")
    return int(value)


def words(q: str) -> list[str]:
    if len(q) > MAX_Q or "\0" in q:
        raise Refused(400, f"q has at most {MAX_Q} characters, and none of them is U+0000.")
    return [word for word in q.split(" ") if word]


def text(body: dict, name: str, longest: int) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not 1 <= len(value) <= longest or "\0" in value:
        raise Refused(400, f"{name} must be a text of 1 to {longest} characters without U+0000.")
    return value


def country(value: str) -> str:
    if not COUNTRY.fullmatch(value):
        raise Refused(400, "A country is two of the letters a to z.")
    return value


def optional_date(parameters, name: str) -> datetime.date | None:
    value = parameters.get(name)
    return None if value is None else date(name, value)


def date(name: str, value: str) -> datetime.date:
    try:
        if DATE.fullmatch(value):
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    raise Refused(400, f"{name} must be a date such as 1931-07-04.")
