"""The bodies of requests, as values that can be trusted."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

HOUR_MS = 3_600_000

Delay = Annotated[int, Field(ge=0, le=HOUR_MS)]


class Body(BaseModel):
    # Otherwise "250" and true would be taken for numbers.
    model_config = ConfigDict(strict=True, alias_generator=to_camel)


class JobBody(Body):
    payload: dict
    key: Annotated[str, Field(min_length=1, max_length=100)] | None = None
    delay_ms: Delay | None = None
    max_attempts: Annotated[int, Field(ge=1, le=20)] | None = None


class TakeBody(Body):
    lease_ms: Annotated[int, Field(ge=1, le=HOUR_MS)]


class AckBody(Body):
    lease: str


class FailBody(AckBody):
    delay_ms: Delay | None = None


def sentence(error: dict) -> str:
    """What the first thing is that is wrong, for the client."""
    if error["type"] == "json_invalid":
        return "The body is not JSON."
    field = error["loc"][1:2]
    reason = error["msg"]
    return f"The field {field[0]} is refused: {reason}." if field else f"The body must be a JSON object: {reason}."
