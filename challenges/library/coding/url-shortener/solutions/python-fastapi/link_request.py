"""The body of a request for a link, as values that can be trusted."""

import re
from datetime import datetime
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, StringConstraints

RESERVED = {"links"}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z", re.ASCII)


def for_the_web(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("it must begin with http:// or https:// and a host")
    return url


def not_reserved(alias: str) -> str:
    if alias in RESERVED:
        raise ValueError(f"{alias} is reserved")
    return alias


def instant(value):
    if isinstance(value, str) and INSTANT.fullmatch(value):
        return datetime.fromisoformat(value)
    raise ValueError("it must be an instant such as 2031-09-01T00:00:00Z")


Url = Annotated[str, StringConstraints(max_length=2048, pattern=r"^[\x21-\x7e]+$"), AfterValidator(for_the_web)]
Alias = Annotated[str, StringConstraints(pattern="^[A-Za-z0-9_-]{3,32}$"), AfterValidator(not_reserved)]
Instant = Annotated[datetime, BeforeValidator(instant)]


class LinkRequest(BaseModel):
    url: Url
    alias: Alias | None = None
    expires_at: Instant | None = Field(None, alias="expiresAt")


def sentence(error: dict) -> str:
    """What the first thing is that is wrong, for the client."""
    if error["type"] == "json_invalid":
        return "The body is not JSON."
    field = error["loc"][1:2]
    reason = error["msg"].removeprefix("Value error, ")
    return f"The field {field[0]} is refused: {reason}." if field else f"The body must be a JSON object: {reason}."
