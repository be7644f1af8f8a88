import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    """Every connection has a thread of its own, and a handler of its own."""

    protocol_version = "HTTP/1.1"
    # Headers and body leave together and at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self):
        self.answer(501, {"error": "This service does nothing yet."})

    def do_POST(self):
        self.read_body()
        self.answer(501, {"error": "This service does nothing yet."})

    def read_body(self):
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def answer(self, status, body, **headers):
        payload = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, format, *args):
        pass


class Server(ThreadingHTTPServer):
    # How many connections may wait to be accepted.
    request_queue_size = 128


if __name__ == "__main__":
    Server(("0.0.0.0", int(os.environ.get("PORT", "8080"))), Handler).serve_forever()
