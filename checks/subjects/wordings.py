"""What a catalog says to the others of its language: what its translations are compared by, and no more.

Catalogs are read one at a time; only this is remembered of each, in values that any process can make and
any run can keep.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from checks.model import Place
from checks.subjects.glossary import right_words
from checks.values.wording import WORD, plain, prose
from pipeline.model import Location, Trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.subjects.catalog import Catalog, Translation

_SHORTEST: Final = 8  # letters: shorter words are like others that mean something else
_LONGEST: Final = 50


class Wording(NamedTuple):
    """One translation, as it is compared with those of other catalogs.

    ``words`` are those of ``msgstr`` in small letters, without markup and values; ``long_words`` those
    whose spelling tells something, each once.
    """

    path: str
    line: int
    source: tuple[str, int] | None
    silenced: tuple[str, ...]
    context: str | None
    msgid: str
    msgstr: str
    is_plural: bool
    words: str
    long_words: tuple[str, ...]

    @property
    def where(self) -> str:
        """Return its line, for people."""
        return f"{self.path}:{self.line}"

    @property
    def place(self) -> Place:
        """Return its line in the catalog, traced to the first place in the source that it stands for."""
        here = Location(self.path, max(self.line, 1))
        source = self.source and Location(*self.source)
        return Place(here, None, Trace(self.msgid, here, source), frozenset(self.silenced))


class Wordings(NamedTuple):
    """What one catalog says; ``known`` are the long words of its source texts."""

    language: str
    wordings: tuple[Wording, ...]
    known: tuple[str, ...]


class Shared(NamedTuple):
    """A translation beside an ``other`` one that should agree with it."""

    wording: Wording
    other: Wording


class OfWording(Protocol):
    """What is about one translation among those of several catalogs."""

    @property
    def wording(self) -> Wording:
        """Return the translation."""


class Catalogs(NamedTuple):
    """All catalogs of one language that are judged together.

    ``right`` are the words that people have said are spelt right, however odd they look.
    """

    language: str
    catalogs: tuple[Wordings, ...]
    right: frozenset[str] = frozenset()

    @property
    def path(self) -> str:
        """Return the language: it is no file."""
        return self.language or "."

    def wordings(self) -> Iterator[Wording]:
        """Yield every string that an edition may use, catalog by catalog."""
        return (wording for catalog in self.catalogs for wording in catalog.wordings)

    def place(self, target: OfWording, attribute: str | None) -> Place:  # noqa: ARG002 - an entry has one line
        """Return the entry's line in its catalog."""
        return target.wording.place


def wordings_of(catalog: Catalog) -> Wordings:
    """Return what ``catalog`` says to the others of its language."""
    translations = list(catalog.translations())
    known = {word.casefold() for each in translations for word in WORD.findall(each.msgid)}
    return Wordings(
        catalog.language, tuple(map(_wording, translations)), tuple(sorted(filter(_is_long, known)))
    )


def together(language: str, catalogs: Iterable[Catalog]) -> Catalogs:
    """Return the ``catalogs`` of one language as they are judged together."""
    several = tuple(catalogs)
    right = right_words(each.glossary for each in several)
    return Catalogs(language, tuple(map(wordings_of, several)), right)


def _wording(translation: Translation) -> Wording:
    entry, catalog = translation.entry, translation.catalog
    place = catalog.place(translation, None)
    source = place.trace.source if place.trace else None
    return Wording(
        catalog.path,
        entry.line,
        (source.path, source.line) if source else None,
        tuple(sorted(place.silenced)),
        entry.msgctxt,
        entry.msgid,
        translation.msgstr,
        entry.plural is not None,
        " ".join(WORD.findall(plain(translation.msgstr))).lower(),
        tuple(sorted(_long_words(translation.msgstr))),
    )


def _long_words(text: str) -> set[str]:
    found = (word.lower() for word in WORD.findall(prose(text)))
    return {word for word in found if _is_long(word) and word.isalpha()}


def _is_long(word: str) -> bool:
    return _SHORTEST <= len(word) <= _LONGEST
