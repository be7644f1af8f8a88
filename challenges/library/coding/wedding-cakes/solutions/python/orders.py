import threading
import uuid

PROCESSING, DECLINED, UNCONFIRMED, PAID, FAILED = "processing", "declined", "unconfirmed", "paid", "failed"


class KeyTaken(Exception):
    """The key belongs to an order of something else."""


class Order:
    def __init__(self, cake, cents):
        self.id = f"o-{uuid.uuid4().hex}"
        self.cake = cake
        self.cents = cents
        # Held while the provider is asked: one at a time asks for an order.
        self.charging = threading.Lock()
        self._lock = threading.Lock()
        self._status = UNCONFIRMED
        self._refunded = 0
        self._events = set()

    def settled(self):
        return self._status != UNCONFIRMED

    def charged(self, answer):
        """The provider's answer, unless an event has told something newer."""
        with self._lock:
            if self._status == UNCONFIRMED:
                self._status = answer

    def hear(self, event):
        with self._lock:
            if event["event"] in self._events:
                return
            self._events.add(event["event"])
            if event["type"] == "paid":
                self._status = PAID
            elif event["type"] == "failed" and self._status != PAID:
                self._status = FAILED
            elif event["type"] == "refunded":
                self._refunded += event["cents"]

    def code(self):
        return {DECLINED: 402, UNCONFIRMED: 503}.get(self._status, 201)

    def shown(self):
        with self._lock:
            return {
                "id": self.id,
                "cake": self.cake,
                "cents": self.cents,
                "status": self._status,
                "refundedCents": self._refunded,
            }


class Orders:
    def __init__(self):
        self._lock = threading.Lock()
        self._by_key = {}
        self._by_id = {}

    def of(self, key, cake, cents):
        """The order of this key, a new one if there is none."""
        with self._lock:
            order = self._by_key.get(key)
            if order is None:
                order = Order(cake, cents)
                self._by_key[key] = order
                self._by_id[order.id] = order
        if (order.cake, order.cents) != (cake, cents):
            raise KeyTaken()
        return order

    def find(self, id):
        with self._lock:
            return self._by_id.get(id)
