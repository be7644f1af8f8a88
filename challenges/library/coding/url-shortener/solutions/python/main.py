import json
import os
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import validation
from links import AliasTaken, Link, Links

MAX_BODY = 64 * 1024

links = Links()


class Handler(BaseHTTPRequestHandler):
    """`/links`, `/links/{code}` and `/{code}`. Every connection has a thread of its own."""

    protocol_version = "HTTP/1.1"
    # Headers and body leave together and at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self):
        path = self.path.partition("?")[0]
        is_detail = path.startswith("/links/")
        code = path.removeprefix("/links/" if is_detail else "/")
        link = links.find(code)
        if link is None:
            self.refuse(404, f"There is no link {code}.")
        elif is_detail:
            self.answer(200, to_json(link))
        else:
            self.redirect(link)

    def do_POST(self):
        body = self.read_body()
        if body is None:
            self.refuse(413, f"The body must have a Content-Length of at most {MAX_BODY} bytes.")
        elif self.path != "/links":
            self.refuse(405, "Only GET is possible here.")
        else:
            self.create(body)

    def create(self, body: bytes):
        try:
            wanted = validation.parse(body)
            link = links.add(wanted.url, wanted.alias, wanted.expires_at)
        except validation.Invalid as invalid:
            self.refuse(400, str(invalid))
        except AliasTaken:
            self.refuse(409, f"The alias {wanted.alias} is taken.")
        else:
            self.answer(201, to_json(link), {"Location": f"/links/{link.code}"})

    def redirect(self, link: Link):
        if link.has_expired(datetime.now(timezone.utc)):
            self.refuse(410, f"The link {link.code} has expired.")
            return
        links.hit(link)
        self.send_response(302)
        self.send_header("Location", link.url)
        self.send_header("Content-Length", "0")
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

    def answer(self, status: int, body: dict, headers: dict[str, str] | None = None):
        payload = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, format, *args):
        pass


class Server(ThreadingHTTPServer):
    # How many connections may wait to be accepted.
    request_queue_size = 128


def to_json(link: Link) -> dict:
    expires_at = link.expires_at
    return {
        "code": link.code,
        "url": link.url,
        "hits": link.hits,
        "expiresAt": expires_at and expires_at.isoformat().replace("+00:00", "Z"),
    }


if __name__ == "__main__":
    Server(("0.0.0.0", int(os.environ.get("PORT", "8080"))), Handler).serve_forever()
