"""Accounts and what moved between them, in memory."""

import itertools
import threading
from dataclasses import dataclass, field


class NoSuchAccount(Exception):
    pass


class NoSuchTransaction(Exception):
    pass


class KeyUsed(Exception):
    """For another request."""


class NotReversible(Exception):
    pass


class NoMoney(Exception):
    pass


@dataclass
class Account:
    id: str
    owner: str
    balance: int = 0
    entries: list[dict] = field(default_factory=list)

    def change(self, transaction_id: str, by: int) -> None:
        self.balance += by
        self.entries.append({"transaction": transaction_id, "change": by, "balance": self.balance})

    def view(self) -> dict:
        return {"id": self.id, "owner": self.owner, "balance": self.balance}


class Ledger:
    """One lock guards all of it, and nothing slow happens while it is held: a transfer is a matter of microseconds."""

    def __init__(self):
        self._lock = threading.Lock()
        self._accounts: dict[str, Account] = {}
        self._transactions: dict[str, dict] = {}
        self._reversed: set[str] = set()
        # By key: the request, and the transaction that it made.
        self._carried_out: dict[str, tuple[tuple, dict]] = {}
        self._numbers = itertools.count(1)

    def open(self, owner: str) -> dict:
        with self._lock:
            account = Account(f"a-{next(self._numbers)}", owner)
            self._accounts[account.id] = account
            return account.view()

    def look(self, account_id: str) -> dict:
        with self._lock:
            return self._account(account_id).view()

    def entries(self, account_id: str) -> list[dict]:
        with self._lock:
            return list(self._account(account_id).entries)

    def deposit(self, key: str, account_id: str, amount: int) -> dict:
        request = ("deposit", account_id, amount)
        return self._once(key, request, lambda: self._deposit(account_id, amount))

    def transfer(self, key: str, from_id: str, to_id: str, amount: int) -> dict:
        request = ("transfer", from_id, to_id, amount)
        return self._once(key, request, lambda: self._move("transfer", from_id, to_id, amount))

    def reverse(self, key: str, transaction_id: str) -> dict:
        request = ("reverse", transaction_id)
        return self._once(key, request, lambda: self._reverse(transaction_id))

    def _once(self, key: str, request: tuple, carry_out) -> dict:
        """What carrying out the request gave, now or the first time. One that is refused is not remembered."""
        with self._lock:
            if key in self._carried_out:
                known, transaction = self._carried_out[key]
                if known != request:
                    raise KeyUsed
                return transaction
            transaction = carry_out()
            self._carried_out[key] = (request, transaction)
            return transaction

    def _deposit(self, account_id: str, amount: int) -> dict:
        account = self._account(account_id)
        transaction = self._record("deposit", None, account_id, amount)
        account.change(transaction["id"], amount)
        return transaction

    def _move(self, kind: str, from_id: str, to_id: str, amount: int) -> dict:
        payer, receiver = self._account(from_id), self._account(to_id)
        if payer.balance < amount:
            raise NoMoney
        transaction = self._record(kind, from_id, to_id, amount)
        payer.change(transaction["id"], -amount)
        receiver.change(transaction["id"], amount)
        return transaction

    def _reverse(self, transaction_id: str) -> dict:
        if transaction_id not in self._transactions:
            raise NoSuchTransaction
        transaction = self._transactions[transaction_id]
        if transaction["kind"] != "transfer" or transaction_id in self._reversed:
            raise NotReversible
        reversal = self._move("reversal", transaction["to"], transaction["from"], transaction["amount"])
        self._reversed.add(transaction_id)
        return reversal

    def _record(self, kind: str, from_id: str | None, to_id: str, amount: int) -> dict:
        transaction = {
            "id": f"t-{next(self._numbers)}",
            "kind": kind,
            "from": from_id,
            "to": to_id,
            "amount": amount,
        }
        self._transactions[transaction["id"]] = transaction
        return transaction

    def _account(self, account_id: str) -> Account:
        if account_id not in self._accounts:
            raise NoSuchAccount
        return self._accounts[account_id]
