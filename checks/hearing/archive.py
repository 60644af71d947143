"""What earlier runs found out about pages, for as long as everything that it depends on is the same.

That is: the code, the rules that run and the site's settings (the *kind* of run, whose tables are its
own); the bytes of the page; and the answers to whatever its verdicts asked of the files around it and
of the calendar, all of which are asked again.  What is kept may be lost or damaged at any time; a page
of which nothing is known, or of which what is known does not hold together, is judged.
"""

from __future__ import annotations

from contextlib import closing
from hashlib import blake2b
from typing import TYPE_CHECKING, Final, Protocol

from checks.dom.witness import Answer, Asked, Question
from checks.hearing.packing import grounds, packed, testimony
from checks.hearing.testimony import OUTCOMES
from checks.hearing.version import code_version
from checks.subjects.addresses import is_relative, tidy
from checks.subjects.around import digest
from pipeline.errors import TolkbarError

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Sequence

    from checks.hearing.court import Case, Court
    from checks.hearing.crew import Hands
    from checks.hearing.testimony import Testimony
    from checks.subjects import Site

KINDS: Final = 4  # of runs that are remembered: all rules, one family …
_MARK: Final = 16  # bytes
_INDEX: Final = "kinds"
_PIECES: Final = ("grounds", "said", "facts")
_OWN: Final = ("", "#", "?")  # what an address begins with that leads to its own page


class Store(Protocol):
    """Keeps bytes from run to run, by table and key; it may lose them."""

    def read(self, name: str, key: str, /) -> bytes | None:
        """Return what is kept."""

    def write(self, name: str, key: str, value: bytes, /) -> None:
        """Keep a value in place of another."""

    def keys(self, name: str, /) -> Collection[str]:
        """Return the keys of a table."""

    def forget(self, name: str, key: str, /) -> None:
        """Keep nothing for a key any more."""


class Archive:
    """Hands that judge only what has changed; ``hands`` judge that, ``store`` keeps what they find."""

    def __init__(self, hands: Hands, store: Store) -> None:
        """Look nothing up yet."""
        self._hands = hands
        self._store = store

    def hear(self, court: Court, cases: Sequence[Case]) -> Generator[Testimony, None, None]:
        """Yield what came of each case, in this run or an earlier one."""
        drawers = [_Drawer(court, number, self._store) for number in range(len(court.sites))]
        new = {case for case in cases if not drawers[case.site].holds(case.path)}
        for drawer in drawers:
            drawer.tidy()
        with closing(self._hands.hear(court, [case for case in cases if case in new])) as fresh:
            for case in cases:
                drawer = drawers[case.site]
                found = None if case in new else drawer.take(case.path)
                if found is None:
                    found = next(fresh) if case in new else court.hear(case)
                    drawer.keep(case.path, found)
                yield found
            next(fresh, None)


class _Drawer:
    """What is kept of one site, by runs of one kind."""

    def __init__(self, court: Court, number: int, store: Store) -> None:
        self._site = court.sites[number]
        self._store = store
        self._rules = len(court.order)
        self._today = _today(self._site)
        self._files: dict[str, Answer] = {}
        self._ways: dict[tuple[str, str, str | None], Answer] = {}
        kind = _kind(court, self._site)
        self._tables = [f"{kind} {piece}" for piece in _PIECES]
        self._met: set[str] = set()
        self._enter(kind)

    def holds(self, path: str) -> bool:
        """Return whether what is known of the page ``path`` is still so."""
        if not self._site.whole or not _is_text(path):
            return False
        self._met.add(path)
        kept = self._store.read(self._tables[0], path)
        if kept is None:
            return False
        try:
            content, notes = grounds(kept)
        except ValueError:
            return False
        if self._digest(path) != content:
            return False
        return all(self._answer(question) == answer for question, answer in notes.items())

    def take(self, path: str) -> Testimony | None:
        """Return what is known of a page; None where the pieces do not belong together."""
        kept, *pieces = (self._store.read(table, path) for table in self._tables)
        if kept is None:
            return None
        mark = _mark(kept)
        said, facts = (piece[_MARK:] if piece and piece[:_MARK] == mark else None for piece in pieces)
        if said is None or facts is None:
            return None
        try:
            found = testimony(said, facts)
        except ValueError:
            return None
        return found if self._fits(found) else None

    def _fits(self, found: Testimony) -> bool:
        """Return whether it speaks of the rules that there are, and no others."""
        known = set(range(len(found.outcomes)))
        return (
            len(found.outcomes) == self._rules
            and set(OUTCOMES) >= set(found.outcomes)
            and known >= {number for number, _ in found.findings}
        )

    def keep(self, path: str, found: Testimony) -> None:
        """Keep what was found out about a page, where that depends on nothing but what was noted."""
        pieces = packed(found) if self._site.whole and _is_text(path) else None
        if pieces is None:
            return
        mark = _mark(pieces.grounds)
        rows = (pieces.grounds, mark + pieces.said, mark + pieces.facts)
        for table, row in zip(self._tables, rows, strict=True):
            self._store.write(table, path, row)

    def tidy(self) -> None:
        """Forget the pages that there are no more."""
        for table in self._tables if self._site.whole else ():
            for path in self._store.keys(table):
                if path not in self._met:
                    self._store.forget(table, path)

    def _enter(self, kind: str) -> None:
        """Note that there is a run of this kind; those of long ago make room."""
        known = list(self._store.keys(_INDEX))
        ages = {name: self._store.read(_INDEX, name) or b"" for name in known}
        order = sorted((name for name in known if name != kind), key=lambda name: ages[name])
        for old in order[: max(0, len(order) - KINDS + 1)]:
            for piece in _PIECES:
                table = f"{old} {piece}"
                for path in self._store.keys(table):
                    self._store.forget(table, path)
            self._store.forget(_INDEX, old)
        newest = max(ages.values(), default=b"")
        if not newest or ages.get(kind) != newest:
            number = int.from_bytes(newest[:8], "big") + 1
            self._store.write(_INDEX, kind, number.to_bytes(8, "big"))

    def _answer(self, question: Question) -> Answer:
        if question.asked is Asked.READ:
            return self._digest(question.path)
        return self._follow(question) if question.asked is Asked.FOLLOW else self._today

    def _digest(self, path: str) -> Answer:
        if path not in self._files:
            try:
                self._files[path] = digest(self._site.files.read(path))
            except TolkbarError:
                self._files[path] = None
        return self._files[path]

    def _follow(self, question: Question) -> Answer:
        """Return where an address leads: for all pages of a folder the same, but on its own page."""
        _, path, address, base = question
        text = tidy(address)
        is_own = text[:1] in _OWN or (":" in text and is_relative(text))
        key = address, path if is_own else path.rpartition("/")[0], base
        if key not in self._ways:
            self._ways[key] = self._site.reach(address, path, base)
        return self._ways[key]


def _kind(court: Court, site: Site) -> str:
    """Return the digest of all that is the same for every page of a run, and that verdicts depend on."""
    settings = site.settings
    limits = sorted(settings.reading_limits.items())
    rules = [f"{type(rule).__module__}.{type(rule).__qualname__}" for rule in court.rules]
    given = (code_version(), str(site.root.resolve()), site.name, settings.address, settings.language, limits)
    return blake2b(
        repr((*given, rules, court.facts, court.contacts)).encode(errors="backslashreplace"), digest_size=16
    ).hexdigest()


def _today(site: Site) -> Answer:
    return site.settings.today.isoformat() if site.settings.today else None


def _mark(kept: bytes) -> bytes:
    """Return what tells which grounds the other pieces belong to."""
    return blake2b(kept, digest_size=_MARK).digest()


def _is_text(path: str) -> bool:
    """Return whether ``path`` can be a key: names that are not UTF-8 cannot."""
    return not any("\ud800" <= letter <= "\udfff" for letter in path)
