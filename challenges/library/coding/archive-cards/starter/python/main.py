import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit
from urllib.request import urlopen

ARCHIVE_URL = os.environ.get("ARCHIVE_URL", "http://127.0.0.1:7001")


class Handler(BaseHTTPRequestHandler):
    """Every connection has a thread of its own, and a handler of its own."""

    protocol_version = "HTTP/1.1"
    # Headers and body leave together and at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self):
        path = urlsplit(self.path).path.split("/")
        if len(path) != 3:
            self.answer(501, {"error": "This is not done yet."})
            return
        status, card = self.ask(path[1], path[2], "en")
        self.answer(status, {"id": path[2], "lang": "en", "text": card["text"], "stale": False})

    def do_POST(self):
        self.read_json()
        self.answer(501, {"error": "This is not done yet."})

    def ask(self, collection, id, lang):
        """Passes the question on to the archive, and remembers nothing."""
        with urlopen(f"{ARCHIVE_URL}/{collection}/{id}?lang={lang}") as response:
            return response.status, json.load(response)

    def read_json(self):
        return json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))

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
