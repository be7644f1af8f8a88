"""The rules of the gate."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    name: str
    limit: int
    # In seconds.
    window: int
    most_at_once: int
    # The limit while Redis is away.
    alone: int


RULES = {
    rule.name: rule
    for rule in (
        Rule("pictures", limit=20, window=3600, most_at_once=5, alone=5),
        Rule("feeding", limit=100, window=3600, most_at_once=20, alone=20),
        Rule("live", limit=1, window=1, most_at_once=1, alone=1),
    )
}
