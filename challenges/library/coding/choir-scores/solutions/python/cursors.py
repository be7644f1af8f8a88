"""A cursor is the place of a score in the list, so that it stays good whatever comes before it."""

import base64
import json


def made(place):
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode()


def place_at(cursor):
    """Raises ValueError when it is no cursor."""
    match json.loads(base64.b64decode(cursor.encode(), altchars=b"-_", validate=True)):
        case [str(title), int(id)]:
            return title, id
    raise ValueError(cursor)
