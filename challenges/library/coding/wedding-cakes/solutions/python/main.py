import hashlib
import hmac
import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from orders import KeyTaken, Orders
from provider import Provider

SECRET = os.environ["PAYMENTS_SECRET"]
orders = Orders()
provider = Provider(os.environ["PAYMENTS_URL"], SECRET)


class BadRequest(Exception):
    pass


class Handler(BaseHTTPRequestHandler):
    """Every connection has a thread of its own, and a handler of its own."""

    protocol_version = "HTTP/1.1"
    # Headers and body leave together and at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self):
        order = orders.find(self.path.removeprefix("/orders/"))
        if order is None:
            self.answer(404, {"error": "There is no such order."})
        else:
            self.answer(200, order.shown())

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            if self.path == "/orders":
                self.order(body)
            elif self.path == "/webhooks/payments":
                self.hear(body)
            else:
                self.answer(404, {"error": "There is nothing here."})
        except BadRequest as problem:
            self.answer(400, {"error": str(problem)})

    def order(self, body):
        key = self.headers.get("Idempotency-Key", "")
        if not 1 <= len(key) <= 64:
            raise BadRequest("An Idempotency-Key of 1 to 64 characters is needed.")
        cake, cents = wish(body)
        try:
            order = orders.of(key, cake, cents)
        except KeyTaken:
            self.answer(409, {"error": "The key belongs to another order."})
            return
        # Repetitions wait here for the first one, and find the provider's answer.
        with order.charging:
            if not order.settled():
                order.charged(provider.charge(order))
            self.answer(order.code(), order.shown())

    def hear(self, body):
        expected = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected.encode(), self.headers.get("Signature", "").encode()):
            self.answer(401, {"error": "The signature is wrong."})
            return
        event = json.loads(body)
        order = orders.find(event["order"])
        if order is None:
            self.answer(404, {"error": "There is no such order."})
            return
        order.hear(event)
        self.answer(204, None)

    def answer(self, status, body):
        payload = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        if body is not None:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, format, *args):
        pass


def wish(body):
    try:
        fields = json.loads(body)
    except ValueError:
        raise BadRequest("The body is not JSON.") from None
    if not isinstance(fields, dict):
        raise BadRequest("The body is no object.")
    cake, cents = fields.get("cake"), fields.get("cents")
    if not isinstance(cake, str) or not 1 <= len(cake) <= 200:
        raise BadRequest("cake must be a text of 1 to 200 characters.")
    if type(cents) is not int or not 1 <= cents <= 1_000_000:
        raise BadRequest("cents must be a whole number from 1 to 1,000,000.")
    return cake, cents


class Server(ThreadingHTTPServer):
    # How many connections may wait to be accepted.
    request_queue_size = 128


if __name__ == "__main__":
    Server(("0.0.0.0", int(os.environ.get("PORT", "8080"))), Handler).serve_forever()
