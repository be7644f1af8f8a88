import re
import secrets

from flask import Blueprint, Response, request

import body
import database
import passwords
from refused import Refused

routes = Blueprint("accounts", __name__)


@routes.post("/login")
def log_in():
    fields = body.fields()
    username = body.text(fields, "username", 1, 100)
    password = body.text(fields, "password", 1, 100)
    account = database.row("select * from accounts where username = %s", username)
    if account is None:
        raise Refused(404, f"There is no account {username}.")
    if not passwords.matches(password, account["password_hash"]):
        raise Refused(401, "The password is wrong.")
    token = secrets.token_hex()
    database.run("insert into sessions (token, account_id) values (%s, %s)", token, account["id"])
    return {"token": token, "account": shown(account)}


@routes.post("/logout")
def log_out():
    logged_in()
    database.run("delete from sessions where token = %s", token())
    return Response(status=303, headers={"Location": request.args.get("to", "/")})


@routes.get("/me")
def me():
    return shown(logged_in())


@routes.patch("/me")
def change_me():
    account = logged_in()
    fields = body.fields()
    body.text(fields, "name", 1, 80)
    # When the form gets another field, nothing is to be done here.
    columns = ", ".join(f"{column} = %s" for column in fields)
    return shown(
        database.row(f"update accounts set {columns} where id = %s returning *", *fields.values(), account["id"])
    )


@routes.post("/accounts")
def add_account():
    archivist = logged_in_archivist()
    fields = body.fields()
    username = body.text(fields, "username", 3, 30)
    if not re.fullmatch("[a-z0-9-]+", username):
        raise Refused(400, "A username consists of the characters a-z, 0-9 and -.")
    account = database.row(
        """insert into accounts (username, name, municipality, role, password_hash) values (%s, %s, %s, 'clerk', %s)
           on conflict (username) do nothing returning *""",
        username,
        body.text(fields, "name", 1, 80),
        archivist["municipality"],
        passwords.hashed(body.text(fields, "password", 8, 100)),
    )
    if account is None:
        raise Refused(409, f"The username {username} is taken.")
    return shown(account), 201


def shown(account):
    """What others may know of an account."""
    return {field: account[field] for field in ("username", "name", "municipality", "role")}


def logged_in():
    account = database.row(
        "select a.* from accounts a join sessions s on s.account_id = a.id where s.token = %s", token()
    )
    if account is None:
        raise Refused(401, "Please log in.")
    return account


def logged_in_archivist():
    account = logged_in()
    if account["role"] != "archivist":
        raise Refused(403, "Only archivists may do this.")
    return account


def token():
    return request.headers.get("Authorization", "").removeprefix("Bearer ")
