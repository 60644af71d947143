"""Findings that somebody has accepted: one by one, with a reason, or all that an old site had on one day."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from fnmatch import translate
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.model import Location

LONGEST = 12  # months that a waiver lasts at most


class Waiver(NamedTuple):
    """One accepted fault, as a person wrote it down at ``location``.

    ``path`` is that of the page or of the file to edit, ``*`` for any characters; ``where`` is a unit
    (``kontakt.3``) or a selector, empty for the whole file; ``until`` is its last day.
    """

    rule: str
    path: str
    where: str
    reason: str
    until: date
    who: str
    location: Location

    def is_expired(self, today: date) -> bool:
        """Return whether its last day has passed."""
        return self.until < today

    def covers(self, paths: tuple[str, ...], places: tuple[str | None, ...]) -> bool:
        """Return whether it is about a finding in one of ``paths``, at one of ``places``."""
        return (not self.where or self.where in places) and any(map(_pattern(self.path).match, paths))


class Known(NamedTuple):
    """What two findings have in common that are the same fault on another day, whatever their lines."""

    rule: str
    path: str
    message: str


class Baseline(NamedTuple):
    """What was found on one day and is accepted ``until`` another, each fault as often as it was there."""

    known: Mapping[Known, int]
    until: date
    location: Location

    def is_expired(self, today: date) -> bool:
        """Return whether its last day has passed."""
        return self.until < today


class Acceptance(NamedTuple):
    """All that has been accepted, and the day on which it is asked for."""

    waivers: tuple[Waiver, ...] = ()
    baseline: Baseline | None = None
    today: date = date.min

    @property
    def in_force(self) -> tuple[Waiver, ...]:
        """Return the waivers whose last day has not passed."""
        return tuple(waiver for waiver in self.waivers if not waiver.is_expired(self.today))

    @property
    def remaining(self) -> Counter[Known]:
        """Return how often each fault of the baseline is still accepted."""
        if self.baseline is None or self.baseline.is_expired(self.today):
            return Counter()
        return Counter(self.baseline.known)


@cache
def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(translate(path))
