import os

import waitress
from flask import Flask, request
from redis.exceptions import RedisError
from werkzeug.exceptions import HTTPException

import validation
from refused import Refused
from table import Table

app = Flask(__name__)
# The JSON of an answer has its fields in the order of the contract.
app.json.sort_keys = False
table = Table(os.environ.get("REDIS_URL", "redis://127.0.0.1:6379"))


@app.post("/leagues/<league>/nights/<day>/reports")
def report(league: str, day: str):
    night = validation.night_to_report(league, day)
    reported = validation.report(request.get_json(force=True, silent=True))
    first, counted = table.count(night, reported)
    if not reported.items() <= counted.items():
        raise Refused(409, "This report has been counted with another team or other points.")
    return counted, 201 if first else 200


@app.get("/leagues/<league>/nights/<day>/ranking")
def ranking(league: str, day: str):
    limit = validation.number(request.args, "limit", 1, 100, otherwise=10)
    teams, best = table.best(validation.night(league, day), limit)
    return {"teams": teams, "ranking": best}


@app.get("/leagues/<league>/nights/<day>/standing")
def standing(league: str, day: str):
    team = request.args.get("team")
    if team is None:
        raise Refused(400, "The question for a standing must name a team.")
    span = validation.number(request.args, "span", 0, 25, otherwise=2)
    around = table.around(validation.night(league, day), team, span)
    itself = next((entry for entry in around if entry["team"] == team), None)
    if itself is None:
        raise Refused(404, "The team has no report on that night.")
    return {**itself, "around": around}


@app.errorhandler(Refused)
def refuse(refused: Refused):
    return {"error": str(refused)}, refused.status


@app.errorhandler(RedisError)
def refuse_for_now(error: RedisError):
    return {"error": "The table cannot be reached at the moment. Try again."}, 503


@app.errorhandler(HTTPException)
def refuse_as_usual(error: HTTPException):
    return {"error": error.description}, error.code


if __name__ == "__main__":
    waitress.serve(app, host="0.0.0.0", port=int(os.environ.get("PORT", "8080")), threads=8)
