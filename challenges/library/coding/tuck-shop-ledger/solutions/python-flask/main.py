import os

from flask import Flask, jsonify, request
from waitress import serve
from werkzeug.exceptions import HTTPException

import validation
from ledger import KeyUsed, Ledger, NoMoney, NoSuchAccount, NoSuchTransaction, NotReversible

REFUSALS = {
    NoSuchAccount: (404, "There is no such account."),
    NoSuchTransaction: (404, "There is no such transaction."),
    KeyUsed: (409, "The key was used for another request."),
    NotReversible: (409, "This was reversed before, or is not a transfer."),
    NoMoney: (422, "The money is not there."),
}

app = Flask(__name__)
ledger = Ledger()


@app.post("/accounts")
def open_account():
    return ledger.open(validation.owner(fields())), 201


@app.get("/accounts/<account_id>")
def look(account_id):
    return ledger.look(account_id)


@app.get("/accounts/<account_id>/entries")
def entries(account_id):
    return {"entries": ledger.entries(account_id)}


@app.post("/accounts/<account_id>/deposits")
def deposit(account_id):
    return ledger.deposit(key(), account_id, validation.amount(fields())), 201


@app.post("/transfers")
def transfer():
    payer, receiver = validation.sides(fields())
    return ledger.transfer(key(), payer, receiver, validation.amount(fields())), 201


@app.post("/transfers/<transaction_id>/reversal")
def reverse(transaction_id):
    fields()
    return ledger.reverse(key(), transaction_id), 201


@app.errorhandler(Exception)
def refuse(error):
    if isinstance(error, validation.Invalid):
        return jsonify(error=str(error)), 400
    if isinstance(error, HTTPException):
        return jsonify(error=error.description), error.code
    if type(error) not in REFUSALS:
        app.logger.exception("Something broke here.")
    status, sentence = REFUSALS.get(type(error), (500, "Something broke here."))
    return jsonify(error=sentence), status


def fields() -> dict:
    return validation.fields(request.get_data())


def key() -> str:
    return validation.key(request.headers.get("Idempotency-Key"))


if __name__ == "__main__":
    serve(app, host="0.0.0.0", port=int(os.environ.get("PORT", "8080")), threads=16)
