"""Between JSON and what PostgreSQL reads and writes as text, without losing a digit."""

import json
import re

BOOLEAN, DATE, TIME, TIMESTAMP, TIMESTAMP_WITH_ZONE = 16, 1082, 1083, 1114, 1184
NUMBERS = {20, 21, 23, 26, 700, 701, 1700}  # bigint, smallint, integer, oid, real, double precision, numeric
DOCUMENTS = {114, 3802}  # json, jsonb

JSON_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
MOMENT = re.compile(r"(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)(\+00)?")


class Number(str):
    """A number of a request, as it was written."""


def read(body):
    return json.loads(body, parse_float=Number, parse_int=Number)


def parameter(value, type_of):
    """The text of a JSON value for a parameter of this type."""
    if value is None:
        return None
    if type_of in DOCUMENTS:
        return document(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return array(value)
    return document(value) if isinstance(value, dict) else str(value)


def document(value):
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(map(document, value)) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(json.dumps(key) + ":" + document(of) for key, of in value.items()) + "}"
    return json.dumps(value)


def array(values):
    def element(value):
        if value is None:
            return "NULL"
        if isinstance(value, list):
            return array(value)
        text = parameter(value, 0)
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    return "{" + ",".join(map(element, values)) + "}"


def written(text, type_of):
    """The JSON of a value in a row. Lists are not made here, because only the server knows their elements' types."""
    if text is None:
        return "null"
    if type_of == BOOLEAN:
        return "true" if text == "t" else "false"
    if type_of in NUMBERS and JSON_NUMBER.fullmatch(text):
        return text
    if type_of in DOCUMENTS:
        return text
    if type_of in (TIMESTAMP, TIMESTAMP_WITH_ZONE):
        moment = MOMENT.fullmatch(text)
        if moment:
            text = moment[1] + "T" + moment[2] + ("Z" if moment[3] else "")
    return json.dumps(text, ensure_ascii=False)
