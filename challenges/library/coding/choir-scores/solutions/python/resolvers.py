from dataclasses import dataclass
from pathlib import Path

from graphql import GraphQLError, build_schema

import cursors
from choir import Choir, Copy
from validation import problems_of

MOST_ON_A_PAGE = 50

schema = build_schema(Path("schema.graphql").read_text("utf-8"))


@dataclass(frozen=True)
class Context:
    choir: Choir
    librarian: bool


def resolves(type_name, field_name):
    """Makes a function the one that answers a field."""

    def take(function):
        schema.type_map[type_name].fields[field_name].resolve = function
        return function

    return take


@resolves("Query", "score")
def score(_, info, id):
    return info.context.choir.score(id)


@resolves("Query", "singer")
def singer(_, info, id):
    return info.context.choir.singer(id)


@resolves("Query", "scores")
def scores(_, info, first, composer=None, after=None):
    if not 1 <= first <= MOST_ON_A_PAGE:
        raise bad_input(f"first must be from 1 to {MOST_ON_A_PAGE}.")
    found = info.context.choir.scores(composer)
    rest = found if after is None else [score for score in found if score.place > place_at(after)]
    page = rest[:first]
    edges = [{"cursor": cursors.made(score.place), "node": score} for score in page]
    return {
        "totalCount": len(found),
        "edges": edges,
        "pageInfo": {
            "hasNextPage": len(rest) > len(page),
            "endCursor": edges[-1]["cursor"] if edges else None,
        },
    }


@resolves("Mutation", "addScore")
def add_score(_, info, input):
    problems = problems_of(input)
    if problems:
        return {"__typename": "InvalidScore", "problems": problems}
    return info.context.choir.add_score(**input)


@resolves("Mutation", "addSinger")
def add_singer(_, info, input):
    return info.context.choir.add_singer(**{"phone": None, **input})


@resolves("Mutation", "lend")
def lend(_, info, scoreId, singerId):
    return info.context.choir.lend(scoreId, singerId)


@resolves("Mutation", "giveBack")
def give_back(_, info, scoreId, number):
    copy = info.context.choir.give_back(scoreId, number)
    if copy is None:
        raise GraphQLError("This copy is not lent.", extensions={"code": "NOT_LENT"})
    return copy


@resolves("Score", "copies")
def copies(score, info, lent=None):
    return [copy for copy in score.copies if lent is None or lent == (copy.borrower is not None)]


@resolves("Score", "copiesLeft")
def copies_left(score, info):
    return sum(copy.borrower is None for copy in score.copies)


@resolves("Singer", "copies")
def copies_of_a_singer(singer, info):
    return info.context.choir.copies_of(singer)


@resolves("Singer", "phone")
def phone(singer, info):
    require_librarian(info)
    return singer.phone


@resolves("Singer", "address")
def address(singer, info):
    require_librarian(info)
    return {"street": singer.street, "town": singer.town}


schema.type_map["AddScoreResult"].resolve_type = lambda value, *_: (
    "InvalidScore" if isinstance(value, dict) else "Score"
)
schema.type_map["LendResult"].resolve_type = lambda value, *_: "Copy" if isinstance(value, Copy) else "NotLent"


def require_librarian(info):
    if not info.context.librarian:
        raise GraphQLError("Only the librarian may see this.", extensions={"code": "FORBIDDEN"})


def place_at(cursor):
    try:
        return cursors.place_at(cursor)
    except ValueError:
        raise bad_input("after is no cursor of this list.") from None


def bad_input(message):
    return GraphQLError(message, extensions={"code": "BAD_INPUT"})
