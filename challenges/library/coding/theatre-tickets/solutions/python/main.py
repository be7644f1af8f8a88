import os

import waitress
from flask import Flask, request
from werkzeug.exceptions import HTTPException

import tokens
import validation
from accounts import ROLES, STAFF, Account, Accounts, UsernameTaken
from bookings import Booking, Bookings
from refused import Refused

app = Flask(__name__)
accounts = Accounts()
bookings = Bookings()


@app.post("/users")
def register():
    username, password = validation.new_account(body())
    try:
        return accounts.add(username, password).shown(), 201
    except UsernameTaken:
        raise Refused(409, f"The username {username} is taken.") from None


@app.post("/login")
def log_in():
    account = accounts.find_with(*validation.credentials(body()))
    if account is None:
        raise Refused(401, "The username or the password is wrong.")
    return {"token": tokens.issue(account), "expiresIn": tokens.LIFETIME_SECONDS}


@app.get("/me")
def me():
    return authenticated().shown()


@app.get("/users")
def list_accounts():
    authenticated("manager")
    return [account.shown() for account in accounts.all()]


@app.put("/users/<username>/role")
def change_role(username: str):
    authenticated("manager")
    role = validation.role(body())
    account = accounts.find(username)
    if account is None:
        raise Refused(404, "There is no such account.")
    account.role = role
    return account.shown()


@app.post("/bookings")
def book():
    account = authenticated()
    show, seats = validation.booking(body())
    return bookings.add(account.username, show, seats).shown(), 201


@app.get("/bookings")
def list_bookings():
    account = authenticated()
    return [booking.shown() for booking in bookings.all() if booking.is_seen_by(account)]


@app.get("/bookings/<int:id>")
def look(id: int):
    return found(id, authenticated()).shown()


@app.delete("/bookings/<int:id>")
def delete(id: int):
    bookings.remove(found(id, authenticated()))
    return "", 204


@app.post("/bookings/<int:id>/admit")
def admit(id: int):
    booking = found(id, authenticated(*STAFF))
    booking.admitted = True
    return booking.shown()


def authenticated(*roles: str) -> Account:
    """Who asks. With roles, it has to be somebody who has one of them now, whatever the token says."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    username = tokens.username_in(token) if scheme == "Bearer" else None
    account = accounts.find(username)
    if account is None:
        message = "A token is needed that is signed, known and not expired."
        raise Refused(401, message, {"WWW-Authenticate": "Bearer"})
    if account.role not in (roles or ROLES):
        raise Refused(403, f"This is for the role {' or '.join(roles)}.")
    return account


def found(id: int, account: Account) -> Booking:
    """The booking; to who may not see it, there is none."""
    booking = bookings.find(id)
    if booking is None or not booking.is_seen_by(account):
        raise Refused(404, "There is no such booking.")
    return booking


def body():
    """The body as JSON; None when it is not JSON."""
    return request.get_json(force=True, silent=True)


@app.errorhandler(Refused)
def refuse(refused: Refused):
    return {"error": str(refused)}, refused.status, refused.headers


@app.errorhandler(HTTPException)
def refuse_as_usual(error: HTTPException):
    return {"error": error.description}, error.code


if __name__ == "__main__":
    accounts.add("director", "Curtain-up-at-8", "manager")
    waitress.serve(app, host="0.0.0.0", port=int(os.environ.get("PORT", "8080")), threads=8)
