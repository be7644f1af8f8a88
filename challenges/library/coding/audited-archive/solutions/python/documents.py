import time

from flask import Blueprint, Response, request

import body
import database
import files
import links
from accounts import logged_in, logged_in_archivist, shown
from refused import Refused

routes = Blueprint("documents", __name__)

ORDERS = {"title": "title, id", "year": "year, id"}


@routes.get("/documents")
def search():
    account = logged_in()
    order = ORDERS.get(request.args.get("sort", "title"))
    if order is None:
        raise Refused(400, "Documents are sorted by title or year.")
    found = database.rows(
        f"""select id, title, year from documents
            where municipality = %s and position(lower(%s) in lower(title)) > 0 order by {order}""",
        account["municipality"],
        request.args.get("q", ""),
    )
    return {"documents": found}


@routes.post("/documents")
def add():
    account = logged_in_archivist()
    document = database.row(
        """insert into documents (title, year, note, municipality, added_by) values (%s, %s, %s, %s, %s)
           returning *""",
        *described(),
        account["municipality"],
        account["id"],
    )
    return in_full(document), 201


@routes.get("/documents/<int:number>")
def look(number):
    return in_full(find(number, logged_in()))


@routes.put("/documents/<int:number>")
def change(number):
    find(number, logged_in_archivist())
    document = database.row(
        "update documents set title = %s, year = %s, note = %s where id = %s returning *", *described(), number
    )
    return in_full(document)


@routes.put("/documents/<int:number>/files")
def store(number):
    find(number, logged_in_archivist())
    name = request.args.get("name", "")
    files.write(number, name, request.get_data())
    database.run("insert into files (document_id, name) values (%s, %s) on conflict do nothing", number, name)
    return "", 204


@routes.get("/documents/<int:number>/files")
def fetch(number):
    find(number, logged_in())
    content = files.read(number, request.args.get("name", ""))
    return Response(content, mimetype="application/octet-stream")


@routes.post("/documents/<int:number>/links")
def share(number):
    find(number, logged_in_archivist())
    until = body.number(body.fields(), "until", 0, 9_999_999_999)
    return {"link": links.made(number, until)}, 201


@routes.get("/shared/<int:number>")
def shared(number):
    """For everybody who has the link."""
    until = request.args.get("until", default=0, type=int)
    if not links.is_good(number, until, request.args.get("signature", "")) or until < time.time():
        raise Refused(403, "This link does not open anything, or not any more.")
    return database.row("select title, year, note from documents where id = %s", number)


def described():
    fields = body.fields()
    return (
        body.text(fields, "title", 1, 200),
        body.number(fields, "year", 1000, 2100),
        body.text(fields, "note", 0, 2000),
    )


def find(number, account):
    document = database.row(
        "select * from documents where id = %s and municipality = %s", number, account["municipality"]
    )
    if document is None:
        raise Refused(404, f"There is no document {number}.")
    return document


def in_full(document):
    names = database.rows("select name from files where document_id = %s order by name", document["id"])
    return {
        "id": document["id"],
        "title": document["title"],
        "year": document["year"],
        "note": document["note"],
        "addedBy": shown(database.row("select * from accounts where id = %s", document["added_by"])),
        "files": [file["name"] for file in names],
    }
