import re
from pathlib import Path

from refused import Refused

# Each document has a folder of its own.
FILES = Path("files")


def write(document, name, content):
    path = path_of(document, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def read(document, name):
    try:
        return path_of(document, name).read_bytes()
    except OSError:
        raise Refused(404, f"The document has no file {name}.") from None


def path_of(document, name):
    if not re.fullmatch(r"[^/\x00-\x1f\x7f-\x9f]{1,60}", name) or name in (".", ".."):
        raise Refused(400, "A file's name has 1 to 60 characters, and is no path.")
    return FILES / str(document) / name
