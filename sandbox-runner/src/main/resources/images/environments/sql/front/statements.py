"""Takes a file of SQL apart: where each statement begins and ends, and which parameters it names.

PostgreSQL's own rules, as psql follows them: a semicolon in a string, a comment, parentheses or the body of a function ends nothing.
"""

import re

TOKEN = re.compile(
    r"""
    (?P<space>\s+|--[^\n]*)
  | (?P<comment>/\*)
  | (?P<text>[eE]'(?:[^'\\]|\\.|'')*'?|'(?:[^']|'')*'?|"(?:[^"]|"")*"?)
  | (?P<dollar>\$(?:[^\W\d]\w*)?\$)
  | (?P<numbered>\$\d+)
  | (?P<word>[^\W\d][\w$]*)
  | (?P<number>\d[\w.]*)
  | (?P<colons>::|:=)
  | (?P<named>:[^\W\d]\w*)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
COMMENT_EDGE = re.compile(r"/\*|\*/")


class Statement:
    """One statement.

    sql is what the server gets, with $1, $2 … in the place of :name; it is as long as the source, so that a position in one is a
    position in the other. names are the parameters in their order; numbered is how many $1, $2 … the source itself has.
    """

    def __init__(self, source, start, end, replacements, numbered):
        self.source = source
        self.start = start
        self.numbered = numbered
        self.names = list(dict.fromkeys(name for _, _, name in replacements))
        pieces, done = [], start
        for begin, stop, name in replacements:
            place = f"${self.names.index(name) + 1}"
            pieces += [source[done:begin], place.ljust(stop - begin)]
            done = stop
        self.sql = "".join(pieces) + source[done:end]

    def line(self, position=1):
        """The line in the source of a character of the statement, both counted from 1."""
        return self.source.count("\n", 0, self.start + position - 1) + 1


def split(source):
    """The statements of a source, without the empty ones."""
    statements = []
    start, last = None, 0  # of the current statement, and where its last token ends
    replacements, numbered = [], 0
    words, parentheses, blocks = [], 0, 0
    at, previous = 0, ""

    def finish():
        nonlocal start, replacements, numbered, words, parentheses, blocks
        if start is not None:
            statements.append(Statement(source, start, last, replacements, numbered))
        start, replacements, numbered = None, [], 0
        words, parentheses, blocks = [], 0, 0

    while at < len(source):
        token = TOKEN.match(source, at)
        kind, text, end = token.lastgroup, token.group(), token.end()
        if kind == "comment":
            end = end_of_comment(source, at)
        elif kind == "dollar":
            close = source.find(text, end)
            end = len(source) if close < 0 else close + len(text)
        elif kind == "named" and previous in ("word", "number", "text", ")", "]"):
            kind = "other"  # the bound of an array's slice, as in a[1:n]
        if kind in ("space", "comment"):
            at, previous = end, ""
            continue
        if text == ";" and parentheses <= 0 and blocks <= 0:
            finish()
            at, previous = end, ""
            continue
        if start is None:
            start = at
        if kind == "named":
            replacements.append((at, end, text[1:]))
        elif kind == "numbered":
            numbered = max(numbered, int(text[1:]))
        elif kind == "word":
            word = text.lower()
            if len(words) < 4:
                words.append(word)
            # The body of a function in standard SQL stands between BEGIN ATOMIC and END.
            if words[0] == "create" and {"function", "procedure"} & set(words):
                if word == "begin" or (word == "case" and blocks):
                    blocks += 1
                elif word == "end" and blocks:
                    blocks -= 1
        elif text == "(":
            parentheses += 1
        elif text == ")":
            parentheses -= 1
        last = at = end
        previous = text if kind == "other" else kind
    finish()
    return statements


def end_of_comment(source, at):
    """Comments nest."""
    depth = 0
    for edge in COMMENT_EDGE.finditer(source, at):
        depth += 1 if edge.group() == "/*" else -1
        if depth == 0:
            return edge.end()
    return len(source)
