import threading
from dataclasses import dataclass, field


@dataclass(eq=False)
class Score:
    id: int
    title: str
    composer: str
    voices: list
    copies: list = field(default_factory=list)

    @property
    def place(self):
        """Where it stands in lists."""
        return self.title, self.id


@dataclass(eq=False)
class Copy:
    score: Score
    number: int
    borrower: "Singer | None" = None


@dataclass(eq=False)
class Singer:
    id: int
    name: str
    voice: str
    phone: str | None
    street: str
    town: str


@dataclass(frozen=True)
class NotLent:
    reason: str
    message: str


class Choir:
    """The library: its scores, who sings, and who has what."""

    def __init__(self):
        self._lock = threading.Lock()
        self._scores = {}
        self._singers = {}

    def score(self, id):
        return self._scores.get(id)

    def singer(self, id):
        return self._singers.get(id)

    def scores(self, composer):
        """In the order of their places."""
        with self._lock:
            found = [score for score in self._scores.values() if composer is None or score.composer == composer]
        return sorted(found, key=lambda score: score.place)

    def copies_of(self, singer):
        with self._lock:
            scores = list(self._scores.values())
        return [copy for score in scores for copy in score.copies if copy.borrower is singer]

    def add_score(self, title, composer, voices, copies):
        with self._lock:
            id = len(self._scores) + 1
            score = Score(id, title, composer, voices)
            score.copies = [Copy(score, number) for number in range(1, copies + 1)]
            self._scores[str(id)] = score
            return score

    def add_singer(self, **details):
        with self._lock:
            id = len(self._singers) + 1
            singer = self._singers[str(id)] = Singer(id, **details)
            return singer

    def lend(self, score_id, singer_id):
        """The copy, or why there is none."""
        score = self.score(score_id)
        if score is None:
            return NotLent("NO_SUCH_SCORE", "There is no such score.")
        singer = self.singer(singer_id)
        if singer is None:
            return NotLent("NO_SUCH_SINGER", "Nobody of that kind sings here.")
        if singer.voice not in score.voices:
            return NotLent("WRONG_VOICE", f"{score.title} has no part for {singer.name}.")
        with self._lock:
            if any(copy.borrower is singer for copy in score.copies):
                return NotLent("HAS_ONE", f"{singer.name} has one already.")
            copy = next((copy for copy in score.copies if copy.borrower is None), None)
            if copy is None:
                return NotLent("NONE_LEFT", "All copies are lent.")
            copy.borrower = singer
            return copy

    def give_back(self, score_id, number):
        """The copy, or None when it is not lent."""
        score = self.score(score_id)
        if score is None:
            return None
        with self._lock:
            for copy in score.copies:
                if copy.number == number and copy.borrower is not None:
                    copy.borrower = None
                    return copy
        return None
