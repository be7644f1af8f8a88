import json
import os
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import validation
from queues import NoSuchJob, Queues, StaleLease

MAX_BODY = 256 * 1024

queues = Queues()


class Handler(BaseHTTPRequestHandler):
    """Every connection has a thread of its own, and a handler of its own."""

    protocol_version = "HTTP/1.1"
    # Headers and body leave together and at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self):
        self.route("GET", b"")

    def do_POST(self):
        body = self.read_body()
        if body is None:
            self.refuse(413, f"The body must have a Content-Length of at most {MAX_BODY} bytes.")
        else:
            self.route("POST", body)

    def route(self, method: str, body: bytes):
        for wanted, pattern, action in ROUTES:
            match = pattern.fullmatch(self.path)
            if match and method == wanted:
                name, *rest = match.groups()
                self.carry_out(action, queues.get(name), *rest, *([body] if method == "POST" else []))
                return
        self.refuse(404, "There is nothing here.")

    def carry_out(self, action, queue, *arguments):
        try:
            self.answer(*action(queue, *arguments))
        except validation.Invalid as invalid:
            self.refuse(400, str(invalid))
        except NoSuchJob:
            self.refuse(404, "There is no such job in this queue.")
        except StaleLease:
            self.refuse(409, "The lease is not, or is no longer, the lease of this job.")

    def read_body(self) -> bytes | None:
        length = self.headers.get("Content-Length", "0")
        if not length.isdecimal() or int(length) > MAX_BODY:
            # What was not read would be taken for the next request.
            self.close_connection = True
            return None
        return self.rfile.read(int(length))

    def refuse(self, status: int, error: str):
        self.answer(status, {"error": error})

    def answer(self, status: int, body: dict | None):
        self.send_response(status)
        if body is None:
            self.end_headers()
            return
        payload = json.dumps(body).encode()
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, format, *args):
        pass


def add(queue, body):
    job, is_new = queue.add(validation.new_job(validation.fields(body)))
    return (201 if is_new else 200), job


def take(queue, body):
    job = queue.take(validation.lease_ms(validation.fields(body)))
    return (204, None) if job is None else (200, job)


def ack(queue, job_id, body):
    return 200, queue.ack(job_id, validation.lease(validation.fields(body)))


def fail(queue, job_id, body):
    given = validation.fields(body)
    return 200, queue.fail(job_id, validation.lease(given), validation.delay_ms(given))


def look(queue, job_id):
    return 200, queue.look(job_id)


def dead(queue):
    return 200, {"jobs": queue.dead()}


ROUTES = [
    ("POST", re.compile(r"/queues/([^/]+)/jobs"), add),
    ("POST", re.compile(r"/queues/([^/]+)/take"), take),
    ("POST", re.compile(r"/queues/([^/]+)/jobs/([^/]+)/ack"), ack),
    ("POST", re.compile(r"/queues/([^/]+)/jobs/([^/]+)/fail"), fail),
    ("GET", re.compile(r"/queues/([^/]+)/jobs/([^/]+)"), look),
    ("GET", re.compile(r"/queues/([^/]+)/dead"), dead),
]


class Server(ThreadingHTTPServer):
    # How many connections may wait to be accepted.
    request_queue_size = 128


if __name__ == "__main__":
    Server(("0.0.0.0", int(os.environ.get("PORT", "8080"))), Handler).serve_forever()
