import datetime
import re

from refused import Refused
from table import Night

LEAGUE = re.compile(r"[a-z0-9-]{1,30}")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
REPORT = re.compile(r"[A-Za-z0-9_-]{1,64}")
NUMBER = re.compile(r"\d{1,9}", re.ASCII)
MAX_TEAM = 40
MAX_POINTS = 50
DAYS_BACK = 7


def night(league: str, day: str) -> Night:
    if not LEAGUE.fullmatch(league):
        raise Refused(400, "A league has 1 to 30 of the characters a-z, 0-9 and -.")
    try:
        if DATE.fullmatch(day):
            return Night(league, datetime.date.fromisoformat(day))
    except ValueError:
        pass
    raise Refused(400, "A night is a date such as 2026-11-19.")


def night_to_report(league: str, day: str) -> Night:
    asked = night(league, day)
    today = datetime.datetime.now(datetime.timezone.utc).date()
    if not -DAYS_BACK <= (asked.day - today).days <= 1:
        raise Refused(400, f"Points are reported for the last {DAYS_BACK} days, today and tomorrow.")
    return asked


def report(body) -> dict:
    if not isinstance(body, dict):
        raise Refused(400, "The body must be a JSON object.")
    name, team, points = body.get("report"), body.get("team"), body.get("points")
    if not isinstance(name, str) or not REPORT.fullmatch(name):
        raise Refused(400, "report has 1 to 64 of the characters A-Z, a-z, 0-9, _ and -.")
    if not isinstance(team, str) or not 1 <= len(team) <= MAX_TEAM:
        raise Refused(400, f"team is a text of 1 to {MAX_TEAM} characters.")
    # For Python, True is a number too.
    if type(points) is not int or points == 0 or abs(points) > MAX_POINTS:
        raise Refused(400, f"points is a whole number from -{MAX_POINTS} to {MAX_POINTS}, but not 0.")
    return {"report": name, "team": team, "points": points}


def number(parameters, name: str, least: int, most: int, otherwise: int) -> int:
    text = parameters.get(name, str(otherwise))
    if not NUMBER.fullmatch(text) or not least <= int(text) <= most:
        raise Refused(400, f"{name} is a whole number from {least} to {most}.")
    return int(text)
