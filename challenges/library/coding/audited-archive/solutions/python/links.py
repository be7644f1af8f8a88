import hashlib
import hmac
import os
import secrets

# Without a key of its own the service makes one, and links last until it is started again.
KEY = (os.environ.get("LINK_KEY") or secrets.token_hex()).encode()


def made(document, until):
    return f"/shared/{document}?until={until}&signature={signature(document, until)}"


def is_good(document, until, given):
    return hmac.compare_digest(signature(document, until).encode(), given.encode())


def signature(document, until):
    return hmac.new(KEY, f"{document} {until}".encode(), hashlib.sha256).hexdigest()
