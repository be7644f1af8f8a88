"""Turns the body of a request into values that can be trusted."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

MAX_URL = 2048
RESERVED = {"links"}
VISIBLE_ASCII = re.compile(r"[\x21-\x7e]+")
ALIAS = re.compile(r"[A-Za-z0-9_-]{3,32}")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z", re.ASCII)


class Invalid(Exception):
    """The message is for the client."""


@dataclass(frozen=True)
class LinkRequest:
    url: str
    alias: str | None
    expires_at: datetime | None


def parse(body: bytes) -> LinkRequest:
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError):
        raise Invalid("The body is not JSON.") from None
    if not isinstance(fields, dict):
        raise Invalid("The body must be a JSON object.")
    return LinkRequest(
        url=_url(fields.get("url")),
        alias=_alias(fields.get("alias")),
        expires_at=_instant(fields.get("expiresAt")),
    )


def _url(value) -> str:
    if not isinstance(value, str) or not value:
        raise Invalid("The field url is missing, or is not text.")
    if len(value) > MAX_URL:
        raise Invalid(f"The url has more than {MAX_URL} characters.")
    if not VISIBLE_ASCII.fullmatch(value):
        raise Invalid("The url has a space, a control character, or one that is not ASCII.")
    try:
        parts = urlsplit(value)
    except ValueError:
        raise Invalid("The url cannot be read.") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Invalid("The url must begin with http:// or https:// and a host.")
    return value


def _alias(value) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not ALIAS.fullmatch(value):
        raise Invalid("An alias has 3 to 32 of the characters A-Z, a-z, 0-9, _ and -.")
    if value in RESERVED:
        raise Invalid(f"The alias {value} is reserved.")
    return value


def _instant(value) -> datetime | None:
    if value is None:
        return None
    try:
        if isinstance(value, str) and INSTANT.fullmatch(value):
            return datetime.fromisoformat(value)
    except ValueError:
        pass
    raise Invalid("The field expiresAt must be an instant such as 2031-09-01T00:00:00Z.")
