import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from counts import Away, CountAlone, CountTogether
from rules import RULES
from validation import Refused, read_request


class Gate:
    def __init__(self, url):
        self._together = CountTogether(url)
        self._alone = CountAlone()

    def decide(self, rule, client, cost):
        try:
            return self._together.take(rule, client, cost)
        except Away:
            return self._alone.take(rule, client, cost)


gate = Gate(os.environ.get("REDIS_URL", "redis://127.0.0.1:6379"))


class Handler(BaseHTTPRequestHandler):
    """Every connection has a thread of its own, and a handler of its own."""

    protocol_version = "HTTP/1.1"
    # Headers and body leave together and at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            self.answer_decision(self.decide(body))
        except Refused as refused:
            self.answer(refused.status, {"error": str(refused)})

    def decide(self, body):
        _, _, name = self.path.partition("/gate/")
        rule = RULES.get(name)
        if rule is None:
            raise Refused(404, "There is no such rule.")
        client, cost = read_request(body, rule)
        return gate.decide(rule, client, cost)

    def answer_decision(self, decision):
        headers = {
            "RateLimit-Limit": decision.limit,
            "RateLimit-Remaining": decision.remaining,
            "RateLimit-Reset": decision.reset,
        }
        if not decision.admitted:
            headers["Retry-After"] = decision.reset
        self.answer(
            200 if decision.admitted else 429,
            {"admitted": decision.admitted, "counted": decision.counted},
            headers,
        )

    def answer(self, status, body, headers=None):
        payload = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        for name, value in (headers or {}).items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, format, *args):
        pass


class Server(ThreadingHTTPServer):
    # How many connections may wait to be accepted.
    request_queue_size = 128


if __name__ == "__main__":
    Server(("0.0.0.0", int(os.environ.get("PORT", "8080"))), Handler).serve_forever()
