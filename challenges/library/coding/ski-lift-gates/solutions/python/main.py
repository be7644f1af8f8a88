import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from passages import Passages

passages = Passages()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Headers and body leave together and at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self):
        url = urlsplit(self.path)
        numbers = {name: int(values[0]) for name, values in parse_qs(url.query).items()}
        match url.path.split("/"):
            case ["", "gates", gate, "busiest"]:
                start, count = passages.busiest(gate, numbers["from"], numbers["to"], numbers["window"])
                self.answer(200, {"start": start, "passages": count})
            case ["", "gates", gate, "regulars"]:
                regulars = passages.regulars(gate, numbers["from"], numbers["to"], numbers["limit"])
                self.answer(200, [{"card": card, "passages": count} for card, count in regulars])
            case _:
                self.answer(404, {"error": "There is nothing here."})

    def do_POST(self):
        for passage in json.loads(self.rfile.read(int(self.headers["Content-Length"]))):
            passages.add(passage["id"], passage["gate"], passage["card"], passage["at"])
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


class Server(ThreadingHTTPServer):
    # How many connections may wait to be accepted.
    request_queue_size = 128


if __name__ == "__main__":
    Server(("0.0.0.0", int(os.environ.get("PORT", "8080"))), Handler).serve_forever()
