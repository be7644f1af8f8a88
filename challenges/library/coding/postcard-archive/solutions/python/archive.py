from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool

from cursors import Position, Question

CARD = """id, place, country, to_char(sent_on, 'YYYY-MM-DD') as "sentOn", message"""

# Each statement may have been carried out before.
MIGRATIONS = [
    "create extension if not exists unaccent",
    """
    create or replace function folded(text) returns text language sql immutable strict parallel safe
    return public.unaccent('public.unaccent', lower($1))
    """,
    """
    create or replace function part_of_text(word text) returns text language sql immutable strict parallel safe
    return '%' || regexp_replace(folded(word), '([\\\\%_])', '\\\\\\1', 'g') || '%'
    """,
    # A trigram index takes longer to make than 50,000 cards take to be read; it pays when there are many more.
    "alter table postcards add column if not exists searched text generated always as (folded(place || ' ' || message)) stored",
    "create index if not exists postcards_oldest on postcards (sent_on, id)",
    "create index if not exists postcards_newest on postcards (sent_on desc, id)",
    "create index if not exists postcards_by_country on postcards (country, sent_on, id)",
]

ORDERS = {
    "oldest": ("sent_on, id", "sent_on >= %(day)s and (sent_on > %(day)s or id > %(id)s)"),
    "newest": ("sent_on desc, id", "sent_on <= %(day)s and (sent_on < %(day)s or id > %(id)s)"),
}


class Archive:
    def __init__(self, url: str):
        self._pool = ConnectionPool(url, min_size=1, max_size=8, open=False, kwargs={"row_factory": dict_row, "autocommit": True})

    def migrate(self):
        self._pool.open()
        with self._pool.connection() as connection:
            for statement in MIGRATIONS:
                connection.execute(statement)

    def add(self, card: dict) -> dict:
        return self._one(
            f"""
            insert into postcards (place, country, sent_on, message)
            values (%(place)s, %(country)s, %(sentOn)s, %(message)s) returning {CARD}
            """,
            card,
        )

    def find(self, id: int | None) -> dict | None:
        return self._one(f"select {CARD} from postcards where id = %(id)s", {"id": id})

    def remove(self, id: int | None) -> dict | None:
        return self._one(f"delete from postcards where id = %(id)s returning {CARD}", {"id": id})

    def page(self, question: Question, position: Position | None, limit: int) -> list[dict]:
        conditions, values = asked(question)
        order, follows = ORDERS[question.order]
        if position is not None:
            conditions.append(f"({follows})")
            values.update(day=position.day, id=position.id)
        with self._pool.connection() as connection:
            return connection.execute(
                f"select {CARD} from postcards where {' and '.join(conditions)} order by {order} limit %(limit)s",
                {**values, "limit": limit},
            ).fetchall()

    def count(self, question: Question) -> int:
        conditions, values = asked(question)
        return self._one(f"select count(*) as cards from postcards where {' and '.join(conditions)}", values)["cards"]

    def _one(self, statement: str, values: dict) -> dict | None:
        with self._pool.connection() as connection:
            return connection.execute(statement, values).fetchone()


def asked(question: Question) -> tuple[list[str], dict]:
    """The conditions that the question means, all of which must hold, and their values."""
    conditions, values = ["true"], {}
    if question.countries is not None:
        conditions.append("country = any(%(countries)s)")
        values["countries"] = question.countries
    if question.first is not None:
        conditions.append("sent_on >= %(first)s")
        values["first"] = question.first
    if question.last is not None:
        conditions.append("sent_on <= %(last)s")
        values["last"] = question.last
    for number, word in enumerate(question.words):
        conditions.append(f"searched like part_of_text(%(word{number})s)")
        values[f"word{number}"] = word
    return conditions, values
