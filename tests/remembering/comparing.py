"""What is remembered beside what is found afresh: the two reports must be equal, after every change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from checks.hearing import Alone, Archive
from checks.judge import Options, judge
from checks.registry import RULES
from tolkbar.verdicts import Verdicts

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from pathlib import Path

    from checks.hearing import Court, Hands, Testimony
    from checks.hearing.court import AnyCase
    from checks.model import Report
    from checks.subjects import Inputs


class Counting(Alone):
    """Judges pages and catalogs, and counts them."""

    def __init__(self) -> None:
        """Have judged none."""
        self.heard = 0

    def hear(self, court: Court, cases: Sequence[AnyCase], /) -> Generator[Testimony, None, None]:
        """Judge as anybody would."""
        self.heard += len(cases)
        return super().hear(court, cases)


class Step(NamedTuple):
    """One change, and how many pages and catalogs there are then; so many of them were judged anew."""

    change: str
    subjects: int
    heard: int
    differences: tuple[str, ...]


class Changing(Protocol):
    """What changes at random: a site, catalogs."""

    def change(self) -> str:
        """Change something; return what, for people."""

    def inputs(self) -> Inputs:
        """Return what there is to judge now."""


def steps(changing: Changing, folder: Path, number: int) -> Iterator[Step]:
    """Change something so many times, and compare the reports after each; ``folder`` is for what is kept."""
    change = "the beginning"
    for _ in range(number):
        counting = Counting()
        with Verdicts(folder, "verdicts.sqlite") as store:
            remembered = report(changing.inputs(), Archive(counting, store))
        fresh = report(changing.inputs(), Alone())
        subjects = sum(fresh.subjects[kind] for kind in ("pages", "images", "catalogs"))
        yield Step(change, subjects, counting.heard, tuple(differences(remembered, fresh)))
        change = changing.change()


def report(inputs: Inputs, hands: Hands) -> Report:
    """Return what is found in ``inputs``."""
    return judge(inputs, RULES, Options(outcomes=True, hands=hands))


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
