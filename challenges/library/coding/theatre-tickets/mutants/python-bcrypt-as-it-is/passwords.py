"""Salted, slow hashes of passwords, by bcrypt."""

import bcrypt

ROUNDS = 10

Hash = bytes


def hashed(password: str) -> Hash:
    return bcrypt.hashpw(password.encode(), bcrypt.gensalt(ROUNDS))


def matches(password: str, stored: Hash) -> bool:
    return bcrypt.checkpw(password.encode(), stored)
