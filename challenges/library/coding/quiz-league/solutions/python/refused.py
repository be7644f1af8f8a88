class Refused(Exception):
    """A request that is not carried out, and why."""

    def __init__(self, status: int, reason: str):
        super().__init__(reason)
        self.status = status
