class Refused(Exception):
    """A request that is answered with an error; the message is for the client."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status
