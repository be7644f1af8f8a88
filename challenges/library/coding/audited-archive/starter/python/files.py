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
    if not 1 <= len(name) <= 60:
        raise Refused(400, "A file's name has 1 to 60 characters.")
    return FILES / str(document) / name
