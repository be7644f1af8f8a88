"""Accounts in memory."""

import secrets
import threading
from dataclasses import dataclass, field

import passwords

ROLES = ("visitor", "clerk", "manager")
STAFF = ("clerk", "manager")


@dataclass
class Account:
    username: str
    role: str
    password: passwords.Hash = field(repr=False)

    def shown(self) -> dict:
        """The account as clients may see it."""
        return {"username": self.username, "role": self.role}


class UsernameTaken(Exception):
    pass


class Accounts:
    """All accounts, by username. One lock guards them; nothing slow happens while it is held."""

    def __init__(self):
        self._by_username: dict[str, Account] = {}
        self._lock = threading.Lock()
        # Compared when there is no such account, so that the time of an answer does not tell either.
        self._decoy = passwords.hashed(secrets.token_hex())

    def add(self, username: str, password: str, role: str = "visitor") -> Account:
        account = Account(username, role, passwords.hashed(password))
        with self._lock:
            if username in self._by_username:
                raise UsernameTaken
            self._by_username[username] = account
        return account

    def find(self, username: str) -> Account | None:
        return self._by_username.get(username)

    def find_with(self, username: str, password: str) -> Account | None:
        """The account when the password is the right one."""
        account = self.find(username)
        matches = passwords.matches(password, account.password if account else self._decoy)
        return account if matches else None

    def all(self) -> list[Account]:
        with self._lock:
            return list(self._by_username.values())
