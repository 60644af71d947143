"""Processes that judge pages and catalogs beside one another, and the one that does it alone.

They are handed out in small lots, the dearest first (:mod:`checks.hearing.pool`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from checks.subjects.glossary import right_words

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from checks.hearing.court import AnyCase, Court
    from checks.hearing.testimony import Testimony

    Lot = tuple[AnyCase, ...]

LOT: Final = 250_000  # bytes of pages that are handed out at once: a quarter of a second's work
WORTH: Final = 1_000_000  # bytes of pages for which another process is worth its start


class Hands(Protocol):
    """Who judges pages and catalogs: this process, others beside it, machines elsewhere."""

    def hear(self, court: Court, cases: Sequence[AnyCase], /) -> Generator[Testimony, None, None]:
        """Yield what came of each case, in their order.

        Raises ``TolkbarError`` for a page that cannot be read, or that kills who judges it.
        """

    def among(self, court: Court, number: int) -> Iterator[Testimony]:
        """Yield what came of each page of a site among the others, and last of the whole site, if it is one.

        All its pages have been taken in; there is little to do, so it is done where they are known.
        """

    def together(self, court: Court) -> Iterator[tuple[str, Testimony]]:
        """Yield each language with what came of its catalogs together; all of them have been taken in."""


class Alone:
    """This process."""

    def among(self, court: Court, number: int) -> Iterator[Testimony]:
        """Judge one page after another."""
        site = court.sites[number]
        yield from (court.beside(number, path) for path in site.pages)
        if site.whole:
            yield court.whole(number)

    def together(self, court: Court) -> Iterator[tuple[str, Testimony]]:
        """Judge one language after another."""
        for language in sorted({found.language for found in court.wordings.values()}):
            several = {file: found for file, found in court.wordings.items() if found.language == language}
            words = right_words(file.glossary() for file in several)
            yield language, court.together(language, several.values(), words)

    def hear(self, court: Court, cases: Sequence[AnyCase]) -> Generator[Testimony, None, None]:
        """Judge one case after another."""
        yield from map(court.hear, cases)


class Crew(Alone):
    """So many processes beside this one; fewer where there is little to do."""

    def __init__(self, jobs: int) -> None:
        """Start nothing yet."""
        self._jobs = jobs

    def hear(self, court: Court, cases: Sequence[AnyCase]) -> Generator[Testimony, None, None]:
        """Judge the first case here, so that the others find loaded what all need; then share them out."""
        jobs = min(self._jobs, sum(case.cost for case in cases) // WORTH)
        first, others = cases[:1], cases[1:]
        yield from Alone().hear(court, first)
        yield from _shared(court, jobs, others) if jobs > 1 else Alone().hear(court, others)


def _shared(court: Court, jobs: int, cases: Sequence[AnyCase]) -> Generator[Testimony, None, None]:
    """Yield what comes of ``cases``, from so many processes where they are to be had."""
    from checks.hearing import pool  # noqa: PLC0415 - most runs have little to do

    if pool.can_share():
        yield from pool.share_out(court, jobs, list(in_lots(cases)))
    else:
        yield from Alone().hear(court, cases)


def in_lots(cases: Iterable[AnyCase]) -> Iterator[Lot]:
    """Yield ``cases`` in lots of about the same cost; a dear one is a lot by itself."""
    lot: list[AnyCase] = []
    cost = 0
    for case in cases:
        if lot and cost + case.cost > LOT:
            yield tuple(lot)
            lot, cost = [], 0
        lot.append(case)
        cost += case.cost
    if lot:
        yield tuple(lot)
