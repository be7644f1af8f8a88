from pathlib import Path

from graphql import build_schema

schema = build_schema(Path("schema.graphql").read_text("utf-8"))


def resolves(type_name, field_name):
    """Makes a function the one that answers a field. Fields without one are read from the value above, by their names."""

    def take(function):
        schema.type_map[type_name].fields[field_name].resolve = function
        return function

    return take


@resolves("Query", "score")
def score(_, info, id):
    return None


@resolves("Query", "singer")
def singer(_, info, id):
    return None


# Which type of a union a value is, the library asks the union: schema.type_map["LendResult"].resolve_type(value, info, union).
# Without that, it looks for "__typename" in a dictionary.
