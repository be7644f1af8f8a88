from flask import request

from refused import Refused


def fields():
    """The body, which must be a JSON object."""
    body = request.get_json(force=True, silent=True)
    if not isinstance(body, dict):
        raise Refused(400, "The body must be a JSON object.")
    return body


def text(body, name, least, most):
    value = body.get(name)
    if not isinstance(value, str) or not least <= len(value) <= most:
        raise Refused(400, f"The field {name} must be a text of {least} to {most} characters.")
    return value


def number(body, name, least, most):
    value = body.get(name)
    if type(value) is not int or not least <= value <= most:
        raise Refused(400, f"The field {name} must be a whole number from {least} to {most}.")
    return value
