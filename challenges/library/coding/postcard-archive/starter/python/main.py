import os

import waitress
from flask import Flask, request
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool
from werkzeug.exceptions import HTTPException

app = Flask(__name__)
database = ConnectionPool(
    os.environ.get("DATABASE_URL", "postgresql://app:app@127.0.0.1:5432/app"),
    max_size=8,
    open=False,
    kwargs={"row_factory": dict_row, "autocommit": True},
)

# Carried out at every start, so each statement must bear to find its work done.
MIGRATIONS = []


@app.get("/postcards")
def page():
    order = request.args.get("order", "oldest")
    with database.connection() as connection:
        cards = connection.execute("select count(*) as cards from postcards").fetchone()["cards"]
    return {"error": f"This service does nothing yet with its {cards} cards."}, 501


@app.post("/postcards")
def add():
    card = body()
    return {"error": "This service does nothing yet."}, 501


def body():
    """The body as JSON; None when it is not JSON."""
    return request.get_json(force=True, silent=True)


@app.errorhandler(HTTPException)
def refuse(error):
    return {"error": error.description}, error.code


if __name__ == "__main__":
    database.open()
    with database.connection() as connection:
        for statement in MIGRATIONS:
            connection.execute(statement)
    # Requests are answered on several threads.
    waitress.serve(app, host="0.0.0.0", port=int(os.environ.get("PORT", "8080")), threads=8)
