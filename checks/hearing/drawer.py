"""What earlier runs found out about pages, for as long as everything that it depends on is the same.

That is: the code, the rules that run and the site's settings (the *kind* of run, whose tables are its
own); the bytes of the page; and the answers to whatever its verdicts asked of the files around it and
of the calendar, all of which are asked again.  What is kept may be lost or damaged at any time; a page
of which nothing is known, or of which what is known does not hold together, is judged.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from checks.dom.witness import ANSWERERS, BETWEEN, Answer, Asked, Question, digest
from checks.hearing.cabinet import Cabinet
from checks.hearing.court import has_disappeared
from checks.hearing.packing import facts, grounded, grounds, is_text, joined, parted, plain, spoken, testimony
from checks.hearing.version import code_version
from checks.subjects.addresses import is_relative, tidy
from checks.subjects.around import Around
from pipeline.errors import TolkbarError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checks.dom.witness import Notes
    from checks.hearing.cabinet import Store
    from checks.hearing.court import Case, Court
    from checks.hearing.testimony import Testimony
    from checks.subjects import Site
    from checks.subjects.facts import Facts

_INDEX: Final = "kinds"
_SAID: Final = "pages"
_FACTS: Final = "facts"
_SITE: Final = "site"
_OWN: Final = ("", "#", "?")  # what an address begins with that leads to its own page


class Drawer:
    """What is kept of one site, by runs of one kind."""

    def __init__(self, court: Court, number: int, store: Store) -> None:
        """Open what ``store`` keeps of one of the sites of ``court``."""
        self._court = court
        self._site = court.sites[number]
        self._order = court.order
        self._today = _today(self._site)
        self._files: dict[str, Answer] = {}
        self._together: dict[str, str] = {}  # the digests of several files
        self._shown: dict[Question, Answer] = {}
        self._ways: dict[tuple[str, str, str | None], Answer] = {}
        kind, pieces = _kind(court, self._site), (_SAID, _FACTS, _SITE)
        self._cabinet = Cabinet(store, _INDEX, kind, pieces, len(court.sites))
        self._met: set[str] = set()
        self._said: dict[str, bytes] = {}  # of pages that nobody has taken yet
        self._facts: dict[str, str] = {}  # their digests
        self.is_doubtful = False  # whether these may not be what the facts are

    def holds(self, case: Case) -> bool:
        """Return whether what is known of a page is still so."""
        path = case.path
        if not self._site.whole or not is_text(path):
            return False
        self._met.add(path)
        row = self._cabinet.read(_SAID, path)
        if row is None:
            return False
        held, said = parted(row)
        try:
            content, notes = grounds(held)
        except ValueError:
            return False
        if self._digest(path) != content or not self.are_so(notes):
            return False
        self._said[path] = said
        self._bring_up_to_date(path, content, notes, said)
        return True

    def _bring_up_to_date(self, path: str, content: str, notes: Notes, said: bytes) -> None:
        """Keep how the pages are now that a rule asked something of: next time nobody need ask them."""
        changed = {
            question: now
            for question, then in notes.items()
            if question.asked is Asked.PAGES and (now := self._pages(question.path)) != then
        }
        if changed and (row := grounded(content, {**notes, **changed}, said)):
            self._cabinet.write(_SAID, path, row)

    def are_so(self, notes: Mapping[Question, Answer]) -> bool:
        """Return whether every question has the same answer now."""
        return all(
            self._answer(question) == answer
            for question, answer in notes.items()
            if question.asked is not Asked.PAGES and not self._is_shown_still(question, notes)
        )

    def _is_shown_still(self, question: Question, notes: Mapping[Question, Answer]) -> bool:
        """Return whether a rule asked something of pages, and these are as they were."""
        if question.asked not in ANSWERERS:
            return False
        pages = Question(Asked.PAGES, question.path)
        return pages in notes and notes[pages] == self._pages(question.path)

    def _pages(self, paths: str) -> str:
        if paths not in self._together:
            digests = (self._digest(path) or "" for path in paths.split(BETWEEN) if path)
            self._together[paths] = BETWEEN.join(digests)
        return self._together[paths]

    def take(self, case: Case) -> Testimony | None:
        """Return what is known of a page, if that makes sense; its site is told where its facts are."""
        said = self._said.pop(case.path, b"")
        try:
            found = testimony(said)
        except ValueError:
            return None
        if not found.fits(self._order):
            return None
        if found.speech is not None:
            _, self._facts[case.path] = found.speech
            self._site.pages.announce(case.path, lambda: self._load(case))
        return found

    def keep(self, case: Case, found: Testimony) -> None:
        """Keep what was found out about a page, where that depends on nothing but what was noted."""
        path = case.path
        if not self._site.whole or not is_text(path) or found.content is None or found.notes is None:
            return
        said = found.facts and spoken(found.facts)
        speech = None if said is None else ("", digest(said) or "")
        row = joined(found.content, found.notes, found._replace(speech=speech))
        if row is None or (found.facts and said is None):
            return
        self._cabinet.write(_SAID, path, row)
        if said is not None and speech is not None:
            self._facts[path] = speech[1]
            self._cabinet.write(_FACTS, path, said)

    def _load(self, case: Case) -> Facts:
        """Return the facts of a page that an earlier run kept; where they are lost, it is heard once more."""
        kept = self._cabinet.read(_FACTS, case.path)
        if digest(kept) == self._facts[case.path]:
            with suppress(ValueError):
                return facts(kept or b"")
        self.is_doubtful = True
        found = self._court.hear(case).facts
        if found is None:
            raise has_disappeared(self._court.name(case))
        return found

    def world(self) -> str | None:
        """Return the digest of all facts and settings; None where not all facts could be kept."""
        if self._facts.keys() != self._site.pages.keys():
            return None
        settings = self._site.settings
        given = (settings.address, settings.language, settings.policies, settings.contacts, settings.today)
        said = [(path, self._facts[path]) for path in self._site.pages]
        return digest(plain((said, given)))

    def read_site(self, key: str) -> bytes | None:
        """Return what is kept of a page among the others, or of the site."""
        return self._cabinet.read(_SITE, key)

    def write_site(self, key: str, row: bytes) -> None:
        """Keep it."""
        self._cabinet.write(_SITE, key, row)

    def tidy(self) -> None:
        """Forget the pages that there are no more."""
        if self._site.whole:
            self._cabinet.tidy((_SAID, _FACTS), lambda path: path not in self._met)

    def _answer(self, question: Question) -> Answer:
        files, path = self._site.files, question.path
        found: Answer = self._today
        match question.asked:
            case Asked.READ:
                found = self._digest(path)
            case Asked.FOLLOW:
                found = self._follow(question)
            case Asked.SIZE:
                size = files.size(path)
                found = None if size is None else str(size)
            case Asked.HEAD:
                found = digest(files.head(path, int(question.address)))
            case Asked.LIST:
                found = files.names(path)
            case Asked.SHOWS | Asked.ALIKE:
                found = self._ask(question)
            case Asked.PAGES:
                found = self._pages(path)
            case Asked.DAY:
                pass
        return found

    def _ask(self, question: Question) -> Answer:
        """Return what a rule answers; where nobody does, what no rule ever has."""
        answerer = ANSWERERS.get(question.asked)
        if answerer is None:
            return None
        if question not in self._shown:
            around = Around(self._site, "", None)
            self._shown[question] = answerer(around, question.path, question.address)
        return self._shown[question]

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
        key = address, path if _is_own(address) else path.rpartition("/")[0], base
        if key not in self._ways:
            self._ways[key] = self._site.reach(address, path, base)
        return self._ways[key]


@lru_cache(maxsize=100_000)
def _is_own(address: str) -> bool:
    """Return whether an address means something else on every page, not only in every folder."""
    text = tidy(address)
    return text[:1] in _OWN or (":" in text and is_relative(text))


def _kind(court: Court, site: Site) -> str:
    """Return the digest of all that is the same for every page of a run, and that verdicts depend on."""
    settings = site.settings
    limits = sorted(settings.reading_limits.items())
    rules = [f"{type(rule).__module__}.{type(rule).__qualname__}" for rule in court.rules]
    given = (code_version(), str(site.root.resolve()), site.name, settings.address, settings.language, limits)
    whole = repr((*given, rules, court.facts, court.contacts)).encode(errors="backslashreplace")
    return digest(whole) or ""


def _today(site: Site) -> Answer:
    return site.settings.today.isoformat() if site.settings.today else None
