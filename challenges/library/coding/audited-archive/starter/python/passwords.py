import hashlib
import hmac
import secrets

ITERATIONS = 10_000


def hashed(password):
    salt = secrets.token_bytes(16)
    return f"{ITERATIONS}:{salt.hex()}:{derive(password, salt, ITERATIONS).hex()}"


def matches(password, stored):
    iterations, salt, expected = stored.split(":")
    actual = derive(password, bytes.fromhex(salt), int(iterations))
    return hmac.compare_digest(actual, bytes.fromhex(expected))


def derive(password, salt, iterations):
    return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8", "surrogatepass"), salt, iterations)
