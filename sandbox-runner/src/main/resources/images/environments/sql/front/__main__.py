"""Puts the candidate's migrations and queries behind HTTP. Run in the folder with the candidate's files, while the server starts:

  build    applies migrations/*.sql and has the server look through queries/*.sql, then stops the server
  serve    answers on $PORT for as long as the server runs

  POST /queries/NAME    {"from": "2026-01-01", …} or [1, 2]: runs queries/NAME.sql with :from or $1 and $2
  POST /sql             {"sql": "…", "parameters": {…}}: runs statements that an exam brings with it

The answer is 200 with {"columns": […], "rows": [[…], …], "affected": 0}, 400 with the parts of the server's message, or 404.
"""

import json
import os
import signal
import socket
import sys
import threading
import time

import libpq
import values
from statements import split

DATA = "../out/data"
SETTINGS = "host=/tmp dbname=app user=app client_encoding=UTF8"
# A query that runs away is ended by the server, so that those after it find a free connection.
SERVING = SETTINGS + " options='-c statement_timeout=20s'"
CONNECTIONS = 16
LARGEST_BODY = 16 << 20


def main():
    if sys.argv[1] == "build":
        build()
    else:
        serve()


def await_server():
    """Returns when the server, a child of ours, says in its file that it takes connections."""
    while not os.waitpid(-1, os.WNOHANG)[0]:
        try:
            with open(f"{DATA}/postmaster.pid", encoding="ascii") as file:
                if file.read().split("\n")[7:8] == ["ready   "]:
                    return
        except (FileNotFoundError, ValueError):
            pass
        time.sleep(0.004)
    sys.exit("PostgreSQL did not start")


def files(folder):
    """The SQL files of a folder in the order of their names, with their texts."""
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    for name in names:
        if name.endswith(".sql"):
            with open(f"{folder}/{name}", encoding="utf-8") as file:
                yield f"{folder}/{name}", file.read()


# ---- build ---------------------------------------------------------------------------------------------------------


def build():
    await_server()
    session = libpq.Connection(SETTINGS)
    good = migrate(session) and all([check(session, *file) for file in files("queries")])
    session.close()
    stop_server()
    sys.exit(0 if good else 1)


def migrate(session):
    for path, text in files("migrations"):
        session.run("BEGIN")
        for statement in split(text):
            try:
                session.run(statement.sql)
            except libpq.SqlError as refused:
                return complain(path, statement, refused.fields)
            except libpq.Gone as gone:
                return complain(path, statement, {"message": str(gone)})
            if not session.in_transaction():
                message = "Each file is one transaction already; remove this"
                return complain(path, statement, {"message": message})
        session.run("COMMIT")
    return True


def check(session, path, text):
    found = split(text)
    for statement in found[1:]:
        return complain(path, statement, {"message": "A second statement begins here; a query has only one"})
    for statement in found:
        try:
            session.types(statement.sql)
        except libpq.SqlError as refused:
            return complain(path, statement, refused.fields)
        if statement.names and statement.numbered:
            return complain(path, statement, {"message": "Use either :name or $1 for parameters, not both"})
    return True


def complain(path, statement, fields):
    """Tells file, line, the server's message, and the line with a mark below the place."""
    position = fields.get("position")
    state = f" ({fields['sqlState']})" if fields.get("sqlState") else ""
    print(f"{path}:{statement.line(position or 1)}: {fields['message']}{state}", file=sys.stderr)
    if position:
        offset = statement.start + position - 1
        begin = statement.source.rfind("\n", 0, offset) + 1
        line = statement.source[begin:].split("\n", 1)[0]
        mark = "".join("\t" if one == "\t" else " " for one in line[: offset - begin])
        print(f"    {line}\n    {mark}^", file=sys.stderr)
    for kind in ("detail", "hint"):
        if fields.get(kind):
            print(f"    {kind.capitalize()}: {fields[kind]}", file=sys.stderr)
    return False


def stop_server():
    with open(f"{DATA}/postmaster.pid", encoding="ascii") as file:
        server = int(file.readline())
    os.kill(server, signal.SIGTERM)
    os.waitpid(server, 0)


# ---- serve ---------------------------------------------------------------------------------------------------------


class Refused(Exception):
    """A request that cannot be carried out."""

    def __init__(self, status, fields):
        super().__init__(fields["message"])
        self.status = status
        self.fields = fields


class Pool:
    """Connections to the server, opened when needed."""

    def __init__(self):
        self.free = []
        self.places = threading.Semaphore(CONNECTIONS)

    def use(self, action):
        with self.places:
            session = self.free.pop() if self.free else libpq.Connection(SERVING)
            try:
                answer = action(session)
            except libpq.Gone:
                session.close()
                raise
            except BaseException:
                self.free.append(session)
                raise
            self.free.append(session)
            return answer


class Front:
    def __init__(self):
        self.pool = Pool()
        self.kinds = {}
        self.queries = {}
        for path, text in files("queries"):
            self.queries[path[len("queries/") : -len(".sql")]] = (path, split(text))

    def answer(self, path, body):
        """Status and JSON."""
        try:
            if path.startswith("/queries/"):
                rows = self.query(path[len("/queries/") :], body)
            elif path == "/sql":
                rows = self.statements(body)
            else:
                raise Refused(404, {"message": "There are only /queries/NAME and /sql"})
            return 200, rows
        except Refused as refused:
            return refused.status, json.dumps(refused.fields)
        except libpq.Gone as gone:
            return 400, json.dumps({"message": str(gone)})

    def query(self, name, body):
        if name not in self.queries:
            known = ", ".join(self.queries) or "none"
            raise Refused(404, {"message": f"There is no file queries/{name}.sql; there are: {known}"})
        path, found = self.queries[name]
        if not found:
            raise Refused(404, {"message": f"{path} has no statement yet"})
        return self.pool.use(lambda session: self.json(session, self.rows(session, path, found[0], parsed(body))))

    def statements(self, body):
        request = parsed(body)
        if not isinstance(request, dict) or not isinstance(request.get("sql"), str):
            raise Refused(400, {"message": 'The body must be {"sql": "…", "parameters": {…}}'})
        found = split(request["sql"])
        given = request.get("parameters", {})

        def run(session):
            rows = libpq.Rows()
            if len(found) > 1:
                session.run("BEGIN")
            try:
                for statement in found:
                    rows = self.rows(session, "sql", statement, given)
                if len(found) > 1:
                    session.run("COMMIT")
            except libpq.SqlError as refused:
                # Such as a constraint that is looked at when all is done.
                raise Refused(400, refused.fields) from refused
            finally:
                if session.in_transaction():
                    session.run("ROLLBACK")
            return self.json(session, rows)

        return self.pool.use(run)

    def rows(self, session, path, statement, given):
        try:
            types = session.types(statement.sql)
            return session.query(statement.sql, arguments(statement, types, given))
        except libpq.SqlError as refused:
            fields = refused.fields
            fields["line"] = statement.line(fields.pop("position") or 1)
            if path != "sql":
                print(f"{path}:{fields['line']}: {fields['message']} ({fields['sqlState']})", file=sys.stderr, flush=True)
            raise Refused(400, fields) from refused

    def json(self, session, rows):
        columns = [self.column(session, rows, i, type_of) for i, (_, type_of) in enumerate(rows.columns)]
        lines = ("[" + ",".join(row) + "]" for row in zip(*columns))
        names = json.dumps([name for name, _ in rows.columns])
        return '{"columns":%s,"rows":[%s],"affected":%d}' % (names, ",".join(lines), rows.affected)

    def column(self, session, rows, index, type_of):
        texts = [row[index] for row in rows.rows]
        array = self.array(session, type_of)
        if not array or not texts:
            return [values.written(text, type_of) for text in texts]
        sql = (
            f"SELECT to_json(one::{array}) FROM unnest($1::text[]) WITH ORDINALITY AS given (one, place) ORDER BY place"
        )
        return [one or "null" for (one,) in session.query(sql, [values.array(texts)]).rows]

    def array(self, session, type_of):
        """The name of an array's type; empty for other types."""
        if type_of not in self.kinds:
            sql = "SELECT format_type(oid, NULL) FROM pg_type WHERE oid = $1::oid AND typcategory = 'A'"
            self.kinds[type_of] = "".join(name for (name,) in session.query(sql, [str(type_of)]).rows)
        return self.kinds[type_of]


def parsed(body):
    try:
        return values.read(body or b"{}")
    except (ValueError, RecursionError):
        raise Refused(400, {"message": "The body is not JSON"}) from None


def arguments(statement, types, given):
    if isinstance(given, dict):
        missing = [name for name in statement.names if name not in given]
        if missing:
            names = ", ".join(given) or "none"
            raise Refused(400, {"message": f"There is no parameter :{missing[0]}; given are: {names}"})
        ordered = [given[name] for name in statement.names]
    else:
        ordered = given if isinstance(given, list) else [given]
    if len(ordered) != len(types):
        raise Refused(400, {"message": f"The statement has {len(types)} parameters; given are {len(ordered)}"})
    return [values.parameter(value, type_of) for value, type_of in zip(ordered, types)]


def serve():
    front = Front()
    await_server()
    listener = socket.create_server(("127.0.0.1", int(os.environ["PORT"])), backlog=128)
    threading.Thread(target=accept, args=(front, listener), daemon=True).start()
    # The server is a child of ours; without it there is nothing to answer.
    _, status = os.wait()
    print("PostgreSQL has ended", file=sys.stderr, flush=True)
    os._exit(os.waitstatus_to_exitcode(status) or 1)


def accept(front, listener):
    while True:
        connected, _ = listener.accept()
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=converse, args=(front, connected), daemon=True).start()


def converse(front, connected):
    try:
        with connected, connected.makefile("rb") as requests:
            while exchange(front, connected, requests):
                pass
    except OSError:
        pass  # the client has gone


def exchange(front, connected, requests):
    """One request and its answer; whether another one may follow."""
    line = requests.readline(65536).split()
    if len(line) != 3:
        return False
    length = 0
    while header := requests.readline(65536).strip():
        name, _, text = header.partition(b":")
        if name.lower() == b"content-length" and text.strip().isdigit():
            length = int(text)
    if length > LARGEST_BODY:
        status, answer = 413, json.dumps({"message": f"The body has more than {LARGEST_BODY} bytes"})
    else:
        body = requests.read(length)
        status, answer = front.answer(line[1].decode("ascii", "replace"), body) if line[0] == b"POST" else (
            405,
            json.dumps({"message": "Only POST is possible"}),
        )
    text = answer.encode()
    head = f"HTTP/1.1 {status} {'OK' if status == 200 else 'Refused'}\r\nContent-Type: application/json\r\n"
    connected.sendall(head.encode() + b"Content-Length: %d\r\n\r\n" % len(text) + text)
    return status != 413


main()
