import json
import os
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# The package redis is there to speak with it.
REDIS_URL = os.environ.get("REDIS_URL", "redis://127.0.0.1:6379")


@dataclass(frozen=True)
class Rule:
    name: str
    limit: int
    # In seconds.
    window: int
    most_at_once: int
    # The limit while Redis is away.
    alone: int


RULES = {
    "pictures": Rule("pictures", limit=20, window=3600, most_at_once=5, alone=5),
    "feeding": Rule("feeding", limit=100, window=3600, most_at_once=20, alone=20),
    "live": Rule("live", limit=1, window=1, most_at_once=1, alone=1),
}


class Handler(BaseHTTPRequestHandler):
    """Every connection has a thread of its own, and a handler of its own."""

    protocol_version = "HTTP/1.1"
    # Headers and body leave together and at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_POST(self):
        try:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        except ValueError:
            self.answer(400, {"error": "The body is not JSON."})
            return
        self.answer(501, {"error": "This gate decides nothing yet."})

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
