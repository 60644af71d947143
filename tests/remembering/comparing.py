"""What is remembered beside what is found afresh: the two reports must be equal, after every change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.hearing import Alone, Archive
from checks.judge import Options, judge
from checks.registry import RULES
from checks.subjects import Inputs, Site
from tests.remembering.upheaval import Upheaval
from tolkbar.verdicts import Verdicts

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from pathlib import Path

    from checks.hearing import Court, Hands, Testimony
    from checks.hearing.court import AnyCase
    from checks.model import Report
    from checks.subjects import Settings


class Counting(Alone):
    """Judges pages, and counts them."""

    def __init__(self) -> None:
        """Have judged none."""
        self.heard = 0

    def hear(self, court: Court, cases: Sequence[AnyCase], /) -> Generator[Testimony, None, None]:
        """Judge as anybody would."""
        self.heard += len(cases)
        return super().hear(court, cases)


class Step(NamedTuple):
    """One change, and what was judged after it: how many pages there are, and how many were judged anew."""

    change: str
    pages: int
    heard: int
    differences: tuple[str, ...]


def steps(folder: Path, seed: int, number: int) -> Iterator[Step]:
    """Change a site so many times, and compare the reports on it after each."""
    upheaval = Upheaval(folder / "site", seed)
    change = "the beginning"
    for _ in range(number):
        counting = Counting()
        with Verdicts(folder, "verdicts.sqlite") as store:
            remembered = report(upheaval.folder, upheaval.settings, Archive(counting, store))
        fresh = report(upheaval.folder, upheaval.settings, Alone())
        pages = sum(fresh.subjects[kind] for kind in ("pages", "images"))
        yield Step(change, pages, counting.heard, tuple(differences(remembered, fresh)))
        change = upheaval.change()


def report(folder: Path, settings: Settings, hands: Hands) -> Report:
    """Return what is found in a site."""
    return judge(Inputs((Site(folder, settings),)), RULES, Options(outcomes=True, hands=hands))


def differences(one: Report, other: Report) -> Iterator[str]:
    """Yield what only one of two reports says."""
    for sign, mine, theirs in (("+", one, other), ("-", other, one)):
        known = set(map(str, theirs.findings))
        yield from (
            f"{sign} {finding.place} {finding.rule.id}: {finding.message}"
            for finding in mine.findings
            if str(finding) not in known
        )
    if one != other:
        yield "The reports differ."
