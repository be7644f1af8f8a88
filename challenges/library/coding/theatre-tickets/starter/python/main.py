import os

import waitress
from flask import Flask, request
from werkzeug.exceptions import HTTPException

KEY = "the-show-must-go-on-but-nobody-gets-in-for-free"
DIRECTOR = {"username": "director", "password": "Curtain-up-at-8"}

app = Flask(__name__)


@app.post("/users")
def register():
    fields = body()
    return {"error": "This service does nothing yet."}, 501


def body():
    """The body as JSON; None when it is not JSON."""
    return request.get_json(force=True, silent=True)


@app.errorhandler(HTTPException)
def refuse(error):
    return {"error": error.description}, error.code


if __name__ == "__main__":
    # Requests are answered on several threads.
    waitress.serve(app, host="0.0.0.0", port=int(os.environ.get("PORT", "8080")), threads=8)
