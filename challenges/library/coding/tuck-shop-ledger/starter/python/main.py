import json
import os
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    """Every connection has a thread of its own, and a handler of its own."""

    protocol_version = "HTTP/1.1"
    # Headers and body leave together and at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self):
        if match := re.fullmatch(r"/accounts/([^/]+)", self.path):
            self.not_yet(f"look at {match[1]}")
        elif match := re.fullmatch(r"/accounts/([^/]+)/entries", self.path):
            self.not_yet(f"list the entries of {match[1]}")
        else:
            self.answer(404, {"error": "There is nothing here."})

    def do_POST(self):
        key = self.headers.get("Idempotency-Key")
        try:
            body = json.loads(self.read_body())
        except ValueError:
            self.answer(400, {"error": "The body is not JSON."})
            return
        if self.path == "/accounts":
            self.not_yet(f"open {body}")
        elif match := re.fullmatch(r"/accounts/([^/]+)/deposits", self.path):
            self.not_yet(f"pay in to {match[1]}, key {key}")
        elif self.path == "/transfers":
            self.not_yet(f"transfer, key {key}")
        elif match := re.fullmatch(r"/transfers/([^/]+)/reversal", self.path):
            self.not_yet(f"reverse {match[1]}, key {key}")
        else:
            self.answer(404, {"error": "There is nothing here."})

    def not_yet(self, what):
        self.answer(501, {"error": f"This service cannot do this yet: {what}"})

    def read_body(self):
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def answer(self, status, body):
        payload = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, format, *args):
        pass


class Server(ThreadingHTTPServer):
    # How many connections may wait to be accepted.
    request_queue_size = 128


if __name__ == "__main__":
    Server(("0.0.0.0", int(os.environ.get("PORT", "8080"))), Handler).serve_forever()
