import json
import os
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import validation
from ledger import KeyUsed, Ledger, NoMoney, NoSuchAccount, NoSuchTransaction, NotReversible

MAX_BODY = 64 * 1024

REFUSALS = {
    NoSuchAccount: (404, "There is no such account."),
    NoSuchTransaction: (404, "There is no such transaction."),
    KeyUsed: (409, "The key was used for another request."),
    NotReversible: (409, "This was reversed before, or is not a transfer."),
    NoMoney: (422, "The money is not there."),
}

ledger = Ledger()


class Handler(BaseHTTPRequestHandler):
    """Every connection has a thread of its own, and a handler of its own."""

    protocol_version = "HTTP/1.1"
    # Headers and body leave together and at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self):
        self.route("GET", b"")

    def do_POST(self):
        body = self.read_body()
        if body is None:
            self.refuse(413, f"The body must have a Content-Length of at most {MAX_BODY} bytes.")
        else:
            self.route("POST", body)

    def route(self, method: str, body: bytes):
        for wanted, pattern, action in ROUTES:
            match = pattern.fullmatch(self.path)
            if match and method == wanted:
                self.carry_out(lambda: action(*match.groups(), *([self.headers, body] if method == "POST" else [])))
                return
        self.refuse(404, "There is nothing here.")

    def carry_out(self, action):
        try:
            self.answer(*action())
        except validation.Invalid as invalid:
            self.refuse(400, str(invalid))
        except tuple(REFUSALS) as refusal:
            self.refuse(*REFUSALS[type(refusal)])

    def read_body(self) -> bytes | None:
        length = self.headers.get("Content-Length", "0")
        if not length.isdecimal() or int(length) > MAX_BODY:
            # What was not read would be taken for the next request.
            self.close_connection = True
            return None
        return self.rfile.read(int(length))

    def refuse(self, status: int, error: str):
        self.answer(status, {"error": error})

    def answer(self, status: int, body: dict):
        payload = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, format, *args):
        pass


def open_account(_headers, body):
    return 201, ledger.open(validation.owner(validation.fields(body)))


def look(account_id):
    return 200, ledger.look(account_id)


def entries(account_id):
    return 200, {"entries": ledger.entries(account_id)}


def deposit(account_id, headers, body):
    amount = validation.amount(validation.fields(body))
    return 201, ledger.deposit(key_of(headers), account_id, amount)


def transfer(headers, body):
    given = validation.fields(body)
    payer, receiver = validation.sides(given)
    return 201, ledger.transfer(key_of(headers), payer, receiver, validation.amount(given))


def reverse(transaction_id, headers, body):
    validation.fields(body)
    return 201, ledger.reverse(key_of(headers), transaction_id)


def key_of(headers):
    return validation.key(headers.get("Idempotency-Key"))


ROUTES = [
    ("POST", re.compile(r"/accounts"), open_account),
    ("GET", re.compile(r"/accounts/([^/]+)"), look),
    ("GET", re.compile(r"/accounts/([^/]+)/entries"), entries),
    ("POST", re.compile(r"/accounts/([^/]+)/deposits"), deposit),
    ("POST", re.compile(r"/transfers"), transfer),
    ("POST", re.compile(r"/transfers/([^/]+)/reversal"), reverse),
]


class Server(ThreadingHTTPServer):
    # How many connections may wait to be accepted.
    request_queue_size = 128


if __name__ == "__main__":
    Server(("0.0.0.0", int(os.environ.get("PORT", "8080"))), Handler).serve_forever()
