import json
import os
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from archive import Archive, Failed, Question
from memory import Memory

COLLECTIONS = ("cards", "loans")
LANGUAGES = ("en", "de")
ID = re.compile(r"[A-Za-z0-9_-]{1,40}")

memory = Memory(Archive(os.environ.get("ARCHIVE_URL", "http://127.0.0.1:7001")))


class Refused(Exception):
    """A request that is answered with an error; the message is for the client."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


def read_question(target):
    url = urlsplit(target)
    match url.path.split("/"):
        case ["", collection, id] if collection in COLLECTIONS:
            lang = parse_qs(url.query, keep_blank_values=True).get("lang", ["en"])[0]
            if lang not in LANGUAGES:
                raise Refused(400, "The language is en or de.")
            return Question(collection, checked(unquote(id)), lang)
    raise Refused(404, "There is nothing here. Ask for /cards/{id} or /loans/{id}.")


def read_notice(body):
    try:
        notice = json.loads(body)
    except ValueError:
        raise Refused(400, "The body is not JSON.") from None
    if not isinstance(notice, dict) or notice.get("collection") not in COLLECTIONS:
        raise Refused(400, "The body must be a JSON object whose field collection is cards or loans.")
    return notice["collection"], checked(notice.get("id"))


def checked(id):
    if not isinstance(id, str) or not ID.fullmatch(id):
        raise Refused(400, "An id has 1 to 40 of the characters A-Z, a-z, 0-9, _ and -.")
    return id


class Handler(BaseHTTPRequestHandler):
    """Every connection has a thread of its own, and a handler of its own."""

    protocol_version = "HTTP/1.1"
    # Headers and body leave together and at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self):
        try:
            self.show(read_question(self.path))
        except Refused as refused:
            self.answer(refused.status, {"error": str(refused)})
        except Failed as failure:
            self.answer(502, {"error": str(failure)})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            if self.path != "/changes":
                raise Refused(404, "There is nothing here. Send notices to /changes.")
            memory.forget(*read_notice(body))
            self.answer_no_content()
        except Refused as refused:
            self.answer(refused.status, {"error": str(refused)})

    def show(self, question):
        text, stale = memory.recall(question)
        if text is None:
            raise Refused(404, f"The archive has no {question.id} in {question.collection}.")
        self.answer(200, {"id": question.id, "lang": question.lang, "text": text, "stale": stale})

    def answer(self, status, body):
        payload = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def answer_no_content(self):
        self.send_response(204)
        self.end_headers()

    def log_message(self, format, *args):
        pass


class Server(ThreadingHTTPServer):
    # How many connections may wait to be accepted.
    request_queue_size = 128


if __name__ == "__main__":
    Server(("0.0.0.0", int(os.environ.get("PORT", "8080"))), Handler).serve_forever()
