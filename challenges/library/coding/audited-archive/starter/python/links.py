import hashlib
import hmac
import os
import secrets

# Without a key of its own the service makes one, and links last until it is started again.
KEY = (os.environ.get("LINK_KEY") or secrets.token_hex()).encode()


def made(document, until):
    return f"/shared/{document}?until={until}&signature={signature(document)}"


def is_good(document, given):
    """Looks at every character, so that the time it takes tells nothing."""
    wrong = 0
    for a, b in zip(signature(document), given):
        wrong |= ord(a) ^ ord(b)
    return wrong == 0


def signature(document):
    return hmac.new(KEY, str(document).encode(), hashlib.sha256).hexdigest()
