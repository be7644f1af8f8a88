"""Salted, slow hashes of passwords. They take all of a password; bcrypt would stop after 72 bytes."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

SALT_BYTES = 16


@dataclass(frozen=True)
class Hash:
    salt: bytes
    key: bytes


def hashed(password: str) -> Hash:
    salt = secrets.token_bytes(SALT_BYTES)
    return Hash(salt, _derived(password, salt))


def matches(password: str, stored: Hash) -> bool:
    return hmac.compare_digest(_derived(password, stored.salt), stored.key)


def _derived(password: str, salt: bytes) -> bytes:
    # JSON can hold halves of characters, which have no proper UTF-8.
    return hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, n=2**14, r=8, p=1)
