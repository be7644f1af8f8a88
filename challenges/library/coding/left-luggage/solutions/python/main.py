import json
import os
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import validation
from change_log import ChangeLog
from store import Store
from validation import Invalid

MAX_BODY = 1024 * 1024
ITEM = "/items/"

store = Store(ChangeLog("items.log"))


class Handler(BaseHTTPRequestHandler):
    """`/items/{key}`, `/items?prefix=` and `/batch`. Every connection has a thread of its own."""

    protocol_version = "HTTP/1.1"
    # Headers and body leave together and at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self):
        path, _, query = self.path.partition("?")
        if path == "/items":
            self.list(query)
        elif path.startswith(ITEM):
            self.show(path.removeprefix(ITEM))
        else:
            self.refuse(404, "There is nothing here.")

    def do_PUT(self):
        if not self.path.startswith(ITEM):
            self.refuse(404, "There is nothing here.")
        else:
            key = self.path.removeprefix(ITEM)
            self.change(lambda body: [(validation.key(key), validation.item(body))])

    def do_POST(self):
        if self.path != "/batch":
            self.refuse(404, "There is nothing here.")
        else:
            self.change(validation.batch)

    def do_DELETE(self):
        key = self.path.removeprefix(ITEM)
        self.change(lambda body: [(validation.key(key), None)])

    def list(self, query: str):
        try:
            prefix = validation.key(parse_qs(query).get("prefix", [""])[0])
        except Invalid as invalid:
            self.refuse(400, str(invalid))
        else:
            items = [{"key": key, "value": value} for key, value in store.with_prefix(prefix)]
            self.answer(200, {"items": items})

    def show(self, key: str):
        value = store.find(key)
        if value is None:
            self.refuse(404, f"There is no item {key}.")
        else:
            self.answer(200, {"key": key, "value": value})

    def change(self, read_changes):
        body = self.read_body()
        if body is None:
            self.refuse(413, f"The body must have a Content-Length of at most {MAX_BODY} bytes.")
            return
        try:
            store.apply(read_changes(body))
        except Invalid as invalid:
            self.refuse(400, str(invalid))
        except OSError:
            traceback.print_exc()
            self.refuse(500, "The change could not be stored.")
        else:
            self.send_response(204)
            self.end_headers()

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


class Server(ThreadingHTTPServer):
    # How many connections may wait to be accepted.
    request_queue_size = 128


if __name__ == "__main__":
    Server(("0.0.0.0", int(os.environ.get("PORT", "8080"))), Handler).serve_forever()
