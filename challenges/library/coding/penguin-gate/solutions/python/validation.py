"""Turns bodies into values that can be trusted."""

import json
import re

CLIENT = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Refused(Exception):
    """A request that is answered with an error; the message is for the client."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


def read_request(body, rule):
    """The client and the cost."""
    try:
        fields = json.loads(body)
    except ValueError:
        raise Refused(400, "The body is not JSON.") from None
    if not isinstance(fields, dict):
        raise Refused(400, "The body must be a JSON object.")
    client = fields.get("client")
    if not isinstance(client, str) or not CLIENT.fullmatch(client):
        raise Refused(400, "The field client must be 1 to 64 of the characters A-Z, a-z, 0-9, _ and -.")
    cost = fields.get("cost")
    if cost is None:
        return client, 1
    # To Python, true is a whole number.
    if type(cost) is not int or not 1 <= cost <= rule.most_at_once:
        raise Refused(400, f"The field cost must be a whole number from 1 to {rule.most_at_once}.")
    return client, cost
