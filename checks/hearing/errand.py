"""What machines elsewhere are given to do: a court to open, and pages to judge in it, or documents to read.

A court stays open in a process for as long as lots of the same errand come, so that style sheets and words
are read once.  Pages are judged one at a time, whatever the number of the process's threads: what
listens to the questions of one page must not hear those of another.
"""

from __future__ import annotations

import gc
import pickle
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self
from zlib import compress, decompress

from checks.documents.limits import LARGEST
from checks.documents.replies import packed
from checks.documents.told import Reading
from checks.dom.witness import digest
from checks.hearing.court import Court, deep_calls, naming
from checks.hearing.version import code_version

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checks.hearing.court import AnyCase
    from checks.hearing.testimony import Testimony
    from checks.subjects import Site


class StrangeCodeError(Exception):
    """This machine runs other code than the one that asks, or lacks some of it."""


class Errand(NamedTuple):
    """A court, closed for the way, and the digest of the code that may open it."""

    version: str
    court: bytes

    @classmethod
    def of(cls, court: Court) -> Self:
        """Close a court."""
        return cls(code_version(), compress(pickle.dumps(court)))

    def sealed(self, lot: Sequence[AnyCase]) -> bytes:
        """Return what :func:`run` is given, for one lot."""
        return pickle.dumps((self, tuple(lot)))


def opened(answer: bytes) -> list[Any]:
    """Return what :func:`run` or :func:`read` answered, for each case."""
    found: list[Any] = pickle.loads(answer)  # noqa: S301 - of our own machines
    return found


class _Sitting(NamedTuple):
    """A court that is open, and how many pages it has heard."""

    errand: Errand
    court: Court
    heard: int


LONGEST: Final = 10_000  # pages until a court is opened afresh: what it remembers of pages has its end
_turn: Final = threading.Lock()
_sittings: Final[list[_Sitting]] = []  # one, once there has been an errand


def run(sealed: bytes) -> bytes:
    """Judge the pages of a lot, on any machine; raises what judging one raises, and ``StrangeCodeError``.

    What they depend on is not told: nobody keeps these verdicts.
    """
    with _turn, deep_calls(), _seldom_collecting():
        errand, lot = pickle.loads(sealed)  # noqa: S301 - who may give a machine work may run anything on it
        court = _court(errand, len(lot))
        return pickle.dumps([_heard(court, case) for case in lot])


def read(sealed: bytes) -> bytes:
    """Read the documents of a lot, on any machine; raises as ``run``.

    None stands for those that are gone, or that nobody reads because they are too large.
    """
    with _turn:
        errand, lot = pickle.loads(sealed)  # noqa: S301 - as above
        court = _court(errand, len(lot))
        try:
            return pickle.dumps([_reading(court.sites[case.site], case.path) for case in lot])
        finally:  # nobody knows whether more will come, and no process may wait for it in vain
            for site in court.sites:
                site.library.close()


def _reading(site: Site, path: str) -> Reading | None:
    if (site.files.size(path) or 0) > LARGEST:
        return None
    with naming(site.shown(path)):
        content = site.files.read(path, LARGEST)
        if content is None:
            return None
        return Reading(packed(site.library.facts(site.shown(path), content)), digest(content))


def _heard(court: Court, case: AnyCase) -> Testimony:
    """Judge a page; what breaks there is called a defect, and never taken for a fault of the way here."""
    with naming(court.name(case)):
        return court.hear(case)._replace(content=None, notes=None)


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Let Python look for cycles rarely: pages are taken apart by hand, and looking takes a fifth longer."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 1000)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _court(errand: Errand, pages: int) -> Court:
    """Return the court of an errand, to hear so many ``pages`` more."""
    sitting = _sittings.pop() if _sittings else None
    if sitting is None or sitting.errand != errand or sitting.heard > LONGEST:
        sitting = None
        gc.collect()  # a site and its parts know one another
        sitting = _Sitting(errand, _opened(errand), 0)
    _sittings.append(sitting._replace(heard=sitting.heard + pages))
    return sitting.court


def _opened(errand: Errand) -> Court:
    if errand.version != code_version():
        raise StrangeCodeError
    try:
        court = pickle.loads(decompress(errand.court))  # noqa: S301 - as above
    except (ImportError, AttributeError) as error:
        raise StrangeCodeError from error
    if not isinstance(court, Court):
        raise StrangeCodeError
    return court
