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

    def do_DELETE(self):
        self.answer(501, {"error": "This service does nothing yet."})

    def do_PUT(self):
        self.change()

    def do_POST(self):
        self.change()

    def change(self):
        try:
            body = self.read_json()
        except ValueError:
            self.answer(400, {"error": "The body is not JSON."})
        else:
            self.answer(501, {"error": "This service does nothing yet."})

    def read_json(self):
        return json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))

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
