import money
from parcel import Parcel


class Display:
    """What the display by the lift shows for each flat. It asks every second, so a summary is kept until it changes."""

    def __init__(self, parcels: dict[int, Parcel]):
        self._parcels = parcels
        self._summaries: dict[str, dict] = {}

    def of(self, flat: str) -> dict:
        if flat not in self._summaries:
            self._summaries[flat] = self._summed_up(flat)
        return self._summaries[flat]

    def forget(self, flat: str) -> None:
        self._summaries.pop(flat, None)

    def _summed_up(self, flat: str) -> dict:
        waiting = [one for one in self._parcels.values() if one.flat == flat and one.status == "waiting"]
        return {"flat": flat, "waiting": len(waiting), "owed": money.text(sum(one.charge for one in waiting))}
