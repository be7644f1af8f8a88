"""PostgreSQL's client library, as far as it is needed here. Loading it takes a few milliseconds, a driver takes hundreds."""

from ctypes import CDLL, POINTER, c_char_p, c_int, c_uint, c_void_p

CONNECTION_OK = 0
COMMAND_OK, TUPLES_OK, COPY_OUT, COPY_IN, COPY_BOTH, SINGLE_TUPLE = 1, 2, 3, 4, 8, 9
IN_TRANSACTION, IN_FAILED_TRANSACTION = 2, 3
SQLSTATE, MESSAGE, DETAIL, HINT, POSITION = b"C", b"M", b"D", b"H", b"P"
TABLE, COLUMN, CONSTRAINT = b"t", b"c", b"n"

library = CDLL("libpq.so.5")


def function(name, result, *arguments):
    made = getattr(library, "PQ" + name)
    made.restype, made.argtypes = result, arguments
    return made


connectdb = function("connectdb", c_void_p, c_char_p)
status = function("status", c_int, c_void_p)
error_message = function("errorMessage", c_char_p, c_void_p)
finish = function("finish", None, c_void_p)
transaction_status = function("transactionStatus", c_int, c_void_p)
execute = function("exec", c_void_p, c_void_p, c_char_p)
prepare = function("prepare", c_void_p, c_void_p, c_char_p, c_char_p, c_int, c_void_p)
describe_prepared = function("describePrepared", c_void_p, c_void_p, c_char_p)
send_prepared = function(
    "sendQueryPrepared", c_int, c_void_p, c_char_p, c_int, POINTER(c_char_p), c_void_p, c_void_p, c_int
)
set_single_row_mode = function("setSingleRowMode", c_int, c_void_p)
get_result = function("getResult", c_void_p, c_void_p)
result_status = function("resultStatus", c_int, c_void_p)
error_field = function("resultErrorField", c_char_p, c_void_p, c_int)
clear = function("clear", None, c_void_p)
parameter_count = function("nparams", c_int, c_void_p)
parameter_type = function("paramtype", c_uint, c_void_p, c_int)
column_count = function("nfields", c_int, c_void_p)
column_name = function("fname", c_char_p, c_void_p, c_int)
column_type = function("ftype", c_uint, c_void_p, c_int)
row_count = function("ntuples", c_int, c_void_p)
is_null = function("getisnull", c_int, c_void_p, c_int, c_int)
value = function("getvalue", c_char_p, c_void_p, c_int, c_int)
affected = function("cmdTuples", c_char_p, c_void_p)


class SqlError(Exception):
    """What the server refuses, with the parts of its message."""

    def __init__(self, fields):
        super().__init__(fields["message"])
        self.fields = fields

    @staticmethod
    def of(result):
        def field(code):
            text = error_field(result, code[0])
            return None if text is None else text.decode("utf-8", "replace")

        position = field(POSITION)
        return SqlError(
            {
                "sqlState": field(SQLSTATE),
                "message": field(MESSAGE) or "The server did not say why",
                "detail": field(DETAIL),
                "hint": field(HINT),
                "table": field(TABLE),
                "column": field(COLUMN),
                "constraint": field(CONSTRAINT),
                "position": int(position) if position else None,
            }
        )


class Gone(Exception):
    """The connection is of no more use."""


class Rows:
    def __init__(self):
        self.columns = []  # of name and type
        self.rows = []  # of text or None
        self.affected = 0


class Connection:
    """Used by one thread at a time."""

    MOST_BYTES = 512 << 10

    def __init__(self, settings):
        self.handle = connectdb(settings.encode())
        self.prepared = {}
        if status(self.handle) != CONNECTION_OK:
            reason = error_message(self.handle).decode("utf-8", "replace").strip()
            self.close()
            raise Gone(reason)

    def close(self):
        finish(self.handle)

    def run(self, sql):
        """A statement without parameters, whose rows are of no interest."""
        self._checked(execute(self.handle, sql.encode()), lambda result: None)

    def in_transaction(self):
        return transaction_status(self.handle) in (IN_TRANSACTION, IN_FAILED_TRANSACTION)

    def types(self, sql):
        """The types of the statement's parameters; refuses a statement that is wrong. Remembers it."""
        if sql not in self.prepared:
            name = b"s%d" % len(self.prepared)
            self._checked(prepare(self.handle, name, sql.encode(), 0, None), lambda result: None)
            types = self._checked(
                describe_prepared(self.handle, name),
                lambda result: [parameter_type(result, i) for i in range(parameter_count(result))],
            )
            self.prepared[sql] = (name, types)
        return self.prepared[sql][1]

    def query(self, sql, values):
        """Its rows, read one by one so that too many of them are not held. The values are texts or None."""
        self.types(sql)
        name = self.prepared[sql][0]
        texts = (c_char_p * max(1, len(values)))(*[None if one is None else one.encode() for one in values])
        if not send_prepared(self.handle, name, len(values), texts, None, None, 0):
            raise Gone(error_message(self.handle).decode("utf-8", "replace").strip())
        set_single_row_mode(self.handle)
        rows, size, refused = Rows(), 0, None
        while result := get_result(self.handle):
            try:
                kind = result_status(result)
                if kind in (SINGLE_TUPLE, TUPLES_OK):
                    columns = range(column_count(result))
                    if not rows.columns:
                        rows.columns = [(column_name(result, i).decode(), column_type(result, i)) for i in columns]
                    for row in range(row_count(result)):
                        texts = [None if is_null(result, row, i) else value(result, row, i) for i in columns]
                        size += sum(8 + len(text or b"") for text in texts)
                        if size > self.MOST_BYTES:
                            # Reading on would take time, and cancelling another connection: this one is given up.
                            raise Gone(f"The rows have more than {self.MOST_BYTES} bytes")
                        rows.rows.append([None if text is None else text.decode("utf-8", "replace") for text in texts])
                if kind in (COMMAND_OK, TUPLES_OK):
                    rows.affected = int(affected(result) or 0)
                elif kind != SINGLE_TUPLE:
                    refused = refused or self._refusal(result, kind)
                    if isinstance(refused, Gone):
                        raise refused  # a COPY would be answered for ever
            finally:
                clear(result)
        if refused:
            raise refused
        return rows

    def _checked(self, result, read):
        try:
            kind = result_status(result)
            if kind not in (COMMAND_OK, TUPLES_OK):
                raise self._refusal(result, kind)
            return read(result)
        finally:
            clear(result)

    def _refusal(self, result, kind):
        if kind in (COPY_IN, COPY_OUT, COPY_BOTH):
            return Gone("COPY from STDIN or to STDOUT has nowhere to read from or write to here; use INSERT or SELECT")
        refused = SqlError.of(result)
        if status(self.handle) != CONNECTION_OK:
            return Gone(refused.fields["message"].strip())
        return refused
