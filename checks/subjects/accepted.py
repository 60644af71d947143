"""What people have accepted of the findings of one run, and whether it still serves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import Place

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Collection
    from datetime import date

    from checks.waiver import Acceptance, Baseline, Waiver
    from pipeline.model import Location


class Use(NamedTuple):
    """A waiver whose rule has run, with the number of findings that it covers; ``today`` is the day."""

    waiver: Waiver
    findings: int
    today: date

    @property
    def location(self) -> Location:
        """Return where it was written down."""
        return self.waiver.location


class BaselineUse(NamedTuple):
    """A baseline, with the number of its faults that are gone; ``today`` is the day."""

    baseline: Baseline
    gone: int
    today: date

    @property
    def location(self) -> Location:
        """Return where it was written down."""
        return self.baseline.location


class Accepted(NamedTuple):
    """The waivers and the baseline of a run, after it."""

    path: str
    waivers: tuple[Use, ...]
    baselines: tuple[BaselineUse, ...]

    def place(self, target: Use | BaselineUse, attribute: str | None) -> Place:  # noqa: ARG002 - one line each
        """Return where it was written down."""
        return Place(target.location)


def accepted(acceptance: Acceptance, used: Counter[Waiver], ran: Collection[str]) -> list[Accepted]:
    """Return what each file of waivers did; they were ``used`` for what the rules ``ran`` have found."""
    today = acceptance.today
    by_path: dict[str, list[Use]] = {}
    for waiver in acceptance.waivers:
        if waiver.rule in ran:
            by_path.setdefault(waiver.location.path, []).append(Use(waiver, used[waiver], today))
    found = [Accepted(path, tuple(uses), ()) for path, uses in by_path.items()]
    if acceptance.baseline:
        use = BaselineUse(acceptance.baseline, _gone(acceptance.baseline, used, ran), today)
        found.append(Accepted(acceptance.baseline.location.path, (), (use,)))
    return found


def _gone(baseline: Baseline, used: Counter[Waiver], ran: Collection[str]) -> int:
    """Return how many faults of ``baseline`` are no longer found."""
    once = sum(number for known, number in baseline.known.items() if known.rule in ran)
    now = sum(number for waiver, number in used.items() if waiver.location == baseline.location)
    return once - now
