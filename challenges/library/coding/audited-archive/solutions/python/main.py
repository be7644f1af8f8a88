import os

import waitress
from flask import Flask
from werkzeug.exceptions import HTTPException

import accounts
import database
import documents
from refused import Refused

app = Flask(__name__)
app.register_blueprint(accounts.routes)
app.register_blueprint(documents.routes)


@app.errorhandler(Refused)
def refuse(refused):
    return {"error": str(refused)}, refused.status


@app.errorhandler(HTTPException)
def answer_in_json(error):
    return {"error": error.description}, error.code


if __name__ == "__main__":
    database.pool.open(wait=True)
    # Requests are answered on several threads.
    waitress.serve(app, host="0.0.0.0", port=int(os.environ.get("PORT", "8080")), threads=8)
