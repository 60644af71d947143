"""Machines elsewhere that judge pages and read documents, behind the face of an executor (PEP 3148).

Only so many lots are under way as keep the machines busy, and what came of them is taken in the order that
was asked for: what this process holds does not grow with the number of pages.  Who replaces machines that
die is the executor; here a lot that has outlived all its machines is judged once more, page by page, and
only a page that does so again ends the run, with its name.
"""

from __future__ import annotations

from collections import deque
from contextlib import closing, suppress
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from checks.hearing.court import Case
from checks.hearing.crew import Alone, in_lots
from checks.hearing.errand import Errand, StrangeCodeError, opened, read, run
from checks.subjects import Document, DocumentFile
from pipeline.errors import PublishError, TolkbarError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from checks.hearing.court import AnyCase, Court
    from checks.hearing.crew import Lot
    from checks.hearing.testimony import Testimony

    Work = Callable[[bytes], bytes]

EACH: Final = 4  # lots under way for each page that can be judged at a time
SPARSE: Final = 20  # bytes of a document that take as long to read as one byte of a page to judge
FEWEST: Final = 32  # lots under way, however few machines there are yet: more may come


class Promise(Protocol):
    """What comes of a piece of work; as much of a ``Future`` as we ask for."""

    def result(self) -> bytes:
        """Return it, when it is there; raises what the work raised, or what kept it from being done."""

    def cancel(self) -> object:
        """Take the work back, if nobody has begun it."""


class Machines(Protocol):
    """An executor that gives the work of machines that die to others.

    What it carries is bytes, there and back: it need not know what is in them.
    """

    @property
    def lost(self) -> tuple[type[BaseException], ...]:
        """Return what is raised where the work has outlived too many machines."""

    @property
    def gone(self) -> tuple[type[BaseException], ...]:
        """Return what is raised where nobody will do the work any more."""

    def submit(self, work: Work, given: bytes, /) -> Promise:
        """Hand out a piece of work; raises ``TolkbarError`` where there is nobody to take it any more."""

    def places(self) -> int:
        """Return how many pieces can be worked on at a time just now."""


class Handed(NamedTuple):
    """A lot that somebody has work with."""

    lot: Lot
    promise: Promise
    work: Work


class Elsewhere(Alone):
    """Machines elsewhere: they must see the sites under the same addresses, and run the same code."""

    def __init__(self, machines: Machines) -> None:
        """Hand out nothing yet."""
        self._machines = machines

    def hear(self, court: Court, cases: Sequence[AnyCase]) -> Generator[Testimony, None, None]:
        """Share the pages out; what is no page lies here, is little, and is judged here."""
        for are_pages, several in groupby(cases, lambda case: isinstance(case, Case)):
            if are_pages:
                yield from self._share(court, list(several), run)
            else:
                yield from super().hear(court, list(several))

    def among(self, court: Court, number: int) -> Iterator[Testimony]:
        """Judge one page after another here, when all documents have been read elsewhere."""
        if any(rule.subject in {Document, DocumentFile} for rule in court.rules):
            self._read(court, number)
        yield from super().among(court, number)

    def _read(self, court: Court, number: int) -> None:
        """Tell the library of a site what is in its documents."""
        site = court.sites[number]
        sizes = ((path, site.files.size(path) or 0) for path in site.document_paths)
        cases = [Case(number, path, size // SPARSE) for path, size in sizes]
        with closing(self._share(court, cases, read)) as readings:
            for case, reading in zip(cases, readings, strict=True):
                if reading is not None:
                    site.library.tell(site.shown(case.path), reading)

    def _share(self, court: Court, cases: Sequence[AnyCase], work: Work) -> Generator[Any, None, None]:
        """Yield what comes of cases; where the run ends before that, take back what nobody has begun."""
        errand = Errand.of(court)
        handed: deque[Handed] = deque()
        try:
            for lot in in_lots(cases):
                while len(handed) >= self._ahead():
                    yield from self._taken(court, errand, handed.popleft())
                handed.append(self._hand_out(errand, lot, work))
            while handed:
                yield from self._taken(court, errand, handed.popleft())
        finally:
            for one in handed:
                with suppress(Exception, *self._machines.gone):  # who is gone has nothing to give back
                    one.promise.cancel()

    def _ahead(self) -> int:
        return max(FEWEST, EACH * self._machines.places())

    def _hand_out(self, errand: Errand, lot: Lot, work: Work) -> Handed:
        return Handed(lot, self._machines.submit(work, errand.sealed(lot)), work)

    def _taken(self, court: Court, errand: Errand, handed: Handed) -> Iterator[Any]:
        """Return what came of a lot."""
        try:
            return iter(self._result(handed))
        except self._machines.lost:
            return self._singly(court, errand, handed)

    def _singly(self, court: Court, errand: Errand, given_up: Handed) -> Iterator[Any]:
        """Yield what comes of a lot that may have killed its machines, case by case."""
        for case in given_up.lot:
            try:
                yield from self._result(self._hand_out(errand, (case,), given_up.work))
            except self._machines.lost as error:
                raise TolkbarError(
                    msg(
                        "The processes that judged this were ended, again and again; there may be too little "
                        "memory. Leave the file out, or judge it by itself."
                    ),
                    Location(court.name(case), 1),
                ) from error

    def _result(self, handed: Handed) -> list[Any]:
        """Return what came of a lot; what the machines have to say of themselves is said in one line."""
        try:
            return opened(handed.promise.result())
        except self._machines.gone as error:
            raise gone() from error
        except (ImportError, AttributeError, StrangeCodeError) as error:
            raise PublishError(
                msg(
                    "The cluster's workers run other code than this machine, so their verdicts are not ours. "
                    "Install the same Tolkbar, Python and packages on all of them."
                )
            ) from error


def gone() -> TolkbarError:
    """Return what is said where the machines are there no longer."""
    return PublishError(msg("The cluster has gone away. Look at its scheduler, then run again."))
