import os

from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool

pool = ConnectionPool(
    os.environ.get("DATABASE_URL", "postgresql://app:app@127.0.0.1:5432/app"),
    max_size=8,
    open=False,
    kwargs={"row_factory": dict_row, "autocommit": True},
)


def rows(sql, *parameters):
    with pool.connection() as connection:
        return connection.execute(sql, parameters or None).fetchall()


def row(sql, *parameters):
    """The first row, or None."""
    with pool.connection() as connection:
        return connection.execute(sql, parameters or None).fetchone()


def run(sql, *parameters):
    """How many rows it has changed."""
    with pool.connection() as connection:
        return connection.execute(sql, parameters or None).rowcount
