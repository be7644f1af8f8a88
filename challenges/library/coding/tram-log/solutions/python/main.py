import re
import sys
from dataclasses import dataclass

LATE_SECONDS = 60
ARRIVAL = re.compile(
    r"(?P<time>([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])"
    r" (?P<tram>T[0-9]{1,3})"
    r" (?P<delay>-?[0-9]{1,4})"
    r" (?P<stop>[^ ](.*[^ ])?)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Arrival:
    time: str
    tram: str
    delay: int
    stop: str

    def is_late(self) -> bool:
        return self.delay > LATE_SECONDS


@dataclass
class Stop:
    name: str
    arrivals: int = 0
    late: int = 0

    def count(self, arrival: Arrival) -> None:
        self.arrivals += 1
        self.late += arrival.is_late()

    def __str__(self):
        share = 100 * self.late // self.arrivals
        return f"{self.late} of {self.arrivals} {share}% {self.name}"


class Log:
    """What there is to say of the lines so far."""

    def __init__(self):
        self.arrivals = set()
        self.repeated = 0
        self.bad = 0
        self.worst = None
        self.stops = {}

    def read(self, line: str) -> None:
        if line and not line.startswith("#"):
            match = ARRIVAL.fullmatch(line)
            if match is None:
                self.bad += 1
            else:
                self.add(Arrival(match["time"], match["tram"], int(match["delay"]), match["stop"]))

    def add(self, arrival: Arrival) -> None:
        key = (arrival.time, arrival.tram, arrival.stop)
        if key in self.arrivals:
            self.repeated += 1
            return
        self.arrivals.add(key)
        if self.worst is None or arrival.delay > self.worst.delay:
            self.worst = arrival
        self.stops.setdefault(arrival.stop, Stop(arrival.stop)).count(arrival)

    def report(self) -> list[str]:
        worst = self.worst
        stops = sorted(self.stops.values(), key=lambda stop: (-stop.late, stop.name))
        return [
            f"arrivals {len(self.arrivals)}",
            f"repeated {self.repeated}",
            f"bad {self.bad}",
            f"worst {worst.delay} {worst.tram} {worst.time} {worst.stop}" if worst else "worst none",
            *map(str, stops),
        ]


def main():
    sys.stdin.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.reconfigure(encoding="utf-8")
    log = Log()
    for line in sys.stdin.read().split("\n"):
        log.read(line.removesuffix("\r"))
    print("\n".join(log.report()))


if __name__ == "__main__":
    main()
