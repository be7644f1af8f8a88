import os

import waitress
from flask import Flask, request
from redis import Redis
from werkzeug.exceptions import HTTPException

app = Flask(__name__)
redis = Redis.from_url(os.environ.get("REDIS_URL", "redis://127.0.0.1:6379"), decode_responses=True)


@app.post("/leagues/<league>/nights/<night>/reports")
def report(league: str, night: str):
    fields = body()
    return {"error": "This service does nothing yet."}, 501


@app.get("/leagues/<league>/nights/<night>/ranking")
def ranking(league: str, night: str):
    limit = request.args.get("limit", "10")
    return {"error": f"This service does nothing yet. Redis has {redis.dbsize()} keys."}, 501


def body():
    """The body as JSON; None when it is not JSON."""
    return request.get_json(force=True, silent=True)


@app.errorhandler(HTTPException)
def refuse(error):
    return {"error": error.description}, error.code


if __name__ == "__main__":
    # Requests are answered on several threads.
    waitress.serve(app, host="0.0.0.0", port=int(os.environ.get("PORT", "8080")), threads=8)
