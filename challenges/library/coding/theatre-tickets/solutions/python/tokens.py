import time

import jwt

from accounts import Account

KEY = "the-show-must-go-on-but-nobody-gets-in-for-free"
ALGORITHM = "HS256"
LIFETIME_SECONDS = 900


def issue(account: Account) -> str:
    now = int(time.time())
    claims = {"sub": account.username, "role": account.role, "iat": now, "exp": now + LIFETIME_SECONDS}
    return jwt.encode(claims, KEY, algorithm=ALGORITHM)


def username_in(token: str) -> str | None:
    """The username in a good token, None for any other."""
    try:
        claims = jwt.decode(token, KEY, algorithms=[ALGORITHM], options={"require": ["exp", "sub"]})
    except jwt.InvalidTokenError:
        return None
    return claims["sub"]
