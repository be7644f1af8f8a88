import requests

from orders import DECLINED, PROCESSING, UNCONFIRMED

ATTEMPTS = 3
PATIENCE = 1  # second


class Provider:
    def __init__(self, url, secret):
        self._url = url
        self._secret = secret

    def charge(self, order):
        """What the order is after asking: processing, declined, or unconfirmed when nobody knows."""
        for _ in range(ATTEMPTS):
            answer = self._ask(order)
            if answer == 201:
                return PROCESSING
            if answer == 402:
                return DECLINED
        return UNCONFIRMED

    def _ask(self, order):
        """The status of the answer; None when there is none that could be read to its end."""
        try:
            response = requests.post(
                f"{self._url}/charges",
                json={"order": order.id, "cents": order.cents},
                headers={"Authorization": f"Bearer {self._secret}", "Idempotency-Key": order.id},
                timeout=PATIENCE,
            )
            return response.status_code
        except requests.RequestException:
            return None
