"""Asks the archive."""

import json
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import urlopen

PATIENCE = 3.0


@dataclass(frozen=True)
class Question:
    collection: str
    id: str
    lang: str


class Failed(Exception):
    """The archive did not say what it should, or nothing."""


class Archive:
    def __init__(self, url):
        self._url = url

    def ask(self, question):
        """The text, or None when there is no such thing."""
        url = f"{self._url}/{question.collection}/{question.id}?lang={question.lang}"
        try:
            with urlopen(url, timeout=PATIENCE) as response:
                if response.status != 200:
                    raise Failed(f"The archive answered {response.status}.")
                card = json.load(response)
        except HTTPError as error:
            error.close()
            if error.code == 404:
                return None
            raise Failed(f"The archive answered {error.code}.") from error
        except (OSError, HTTPException, ValueError) as error:
            raise Failed("The archive did not answer as it should.") from error
        if not isinstance(card, dict) or not isinstance(card.get("text"), str):
            raise Failed("The archive's answer has no text.")
        return card["text"]
