import os

import waitress
from flask import Flask, request
from werkzeug.exceptions import HTTPException

import validation
from archive import Archive
from refused import Refused

app = Flask(__name__)
# The JSON of an answer has its fields in the order of the contract.
app.json.sort_keys = False
archive = Archive(os.environ.get("DATABASE_URL", "postgresql://app:app@127.0.0.1:5432/app"))


@app.post("/postcards")
def add():
    card = archive.add(validation.card(request.get_json(force=True, silent=True)))
    return card, 201, {"Location": f"/postcards/{card['id']}"}


@app.get("/postcards/<id>")
def look(id: str):
    return found(archive.find(validation.card_id(id)))


@app.delete("/postcards/<id>")
def delete(id: str):
    found(archive.remove(validation.card_id(id)))
    return "", 204


@app.get("/postcards")
def page():
    question = validation.question(request.args)
    limit = validation.limit(request.args)
    cursor = request.args.get("cursor")
    position = None if cursor is None else question.position_in(cursor)
    cards = archive.page(question, position, limit + 1)
    shown = cards[:limit]
    return {
        "items": shown,
        "total": archive.count(question),
        "next": question.cursor_after(shown[-1]) if len(cards) > limit else None,
    }


def found(card):
    if not card:
        raise Refused(404, "There is no such card.")
    return card


@app.errorhandler(Refused)
def refuse(refused: Refused):
    return {"error": str(refused)}, refused.status


@app.errorhandler(HTTPException)
def refuse_as_usual(error: HTTPException):
    return {"error": error.description}, error.code


if __name__ == "__main__":
    archive.migrate()
    waitress.serve(app, host="0.0.0.0", port=int(os.environ.get("PORT", "8080")), threads=8)
