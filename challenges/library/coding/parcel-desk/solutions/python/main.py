import os

import waitress
from flask import Flask, request
from werkzeug.exceptions import HTTPException

import validation
from desk import Desk
from refused import Refused

app = Flask(__name__)
desk = Desk()


@app.post("/parcels")
def register():
    return desk.register(**validation.registration(body())).shown(), 201


@app.get("/parcels/<int:id>")
def look(id: int):
    return desk.find(id).shown()


@app.get("/parcels")
def list_parcels():
    flat = validation.flat(request.args.get("flat"))
    page = validation.number(request.args, "page", 1, least=1, most=1_000_000)
    size = validation.number(request.args, "size", 20, least=1, most=50)
    return desk.page(flat, page, size)


@app.patch("/parcels/<int:id>")
def move(id: int):
    return desk.move(id, validation.move(body())).shown()


@app.post("/parcels/<int:id>/notes")
def add_note(id: int):
    return desk.add_note(id, validation.note(body())).shown(), 201


@app.post("/parcels/<int:id>/collection")
def collect(id: int):
    code, at = validation.collection(body())
    return desk.collect(id, code, at).shown()


@app.get("/flats/<flat>/summary")
def summary(flat: str):
    return desk.summary(validation.flat(flat))


@app.errorhandler(Refused)
def refuse(refused: Refused):
    return {"error": str(refused)}, refused.status


@app.errorhandler(HTTPException)
def refuse_as_usual(error: HTTPException):
    return {"error": error.description}, error.code


def body():
    """The body as JSON; None when it is not JSON."""
    return request.get_json(force=True, silent=True)


if __name__ == "__main__":
    # The desk has one tablet: requests come one after the other.
    waitress.serve(app, host="0.0.0.0", port=int(os.environ.get("PORT", "8080")), threads=1)
