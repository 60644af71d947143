"""The bookmarks of a document follow its headings."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import normalize

from checks.model import PASSED, CannotTell, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf._texts import text_of
from checks.values.vague import is_file_name
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_NUMBERING: Final = re.compile(
    r"\s*(?:kapitel|chapter|avsnitt|section|bilaga|appendix|abschnitt|anlage)\s*\d+", re.IGNORECASE
)
_COMPARED: Final = 60  # characters of a title
_FEW: Final = 3  # headings and bookmarks
_MANY: Final = 5_000  # of one of them: nobody reads so many
_MOST: Final = 0.5


class Title(NamedTuple):
    """A title as it is written, and as it is compared."""

    written: str
    key: str


class Bookmarked(NamedTuple):
    """The titles of the bookmarks and of the headings of a document."""

    bookmarks: tuple[Title, ...]
    headings: tuple[Title, ...]

    @property
    def strange(self) -> tuple[Title, ...]:
        """Return the bookmarks that are called as no heading is."""
        known = {heading.key for heading in self.headings}
        return tuple(title for title in self.bookmarks if title.key not in known)

    @property
    def turned(self) -> tuple[Title, Title] | None:
        """Return two bookmarks in a row whose headings stand the other way round; None where none do."""
        places = _once(self.headings)
        single = _once(self.bookmarks)
        followed = (title for title in self.bookmarks if title.key in places and title.key in single)
        return next((pair for pair in pairwise(followed) if places[pair[0].key] > places[pair[1].key]), None)


_TOO_MANY: Final = Bookmarked((), ())


class PdfOutlineHeadings(FactsRule[Bookmarked]):
    """Bookmarks show what is in a document. Where they name other things than its headings, they mislead.

    Have them made anew from the headings: in Word under Options when saving as PDF, Create bookmarks
    using headings; in Acrobat with New Bookmarks From Structure.
    """

    id = "pdf-outline-headings"
    title = msg("The bookmarks of a document follow its headings")
    severity = Severity.ADVISORY
    parts = ("outline", "structure", "content")

    def targets(self, facts: Facts) -> Iterator[Bookmarked]:
        """Yield the bookmarks and headings of a document that has several of both."""
        elements = facts.structure.numbered_headings if facts.structure is not None else ()
        if max(len(elements), len(facts.outline)) > _MANY:
            yield _TOO_MANY
            return
        headings = _titles(text_of(heading, facts) for heading in elements)
        bookmarks = _titles(bookmark.title for bookmark in facts.outline)
        if len(headings) >= _FEW and len(bookmarks) >= _FEW:
            yield Bookmarked(bookmarks, headings)

    def judge(self, bookmarked: Bookmarked) -> Verdict:
        """Require no names of files, as merging leaves them, but mostly headings in their order."""
        if bookmarked is _TOO_MANY:
            return CannotTell(
                msg(
                    "The document has more than {number} bookmarks or headings, too many to be compared. See "
                    "whether they agree.",
                    number=_MANY,
                )
            )
        files = [title for title in bookmarked.bookmarks if is_file_name(title.written)]
        if files:
            return Failed(
                msg(
                    'Bookmarks that are names of files: {number}, such as "{title}". Have them made anew '
                    "from the headings: in Acrobat with New Bookmarks From Structure.",
                    number=len(files),
                    title=files[0].written,
                )
            )
        strange = bookmarked.strange
        if len(strange) > _MOST * len(bookmarked.bookmarks):
            return CannotTell(
                msg(
                    'Bookmarks that are called as no heading is: {number}, such as "{title}". See whether '
                    "they tell what is in the document, or have them made anew from the headings.",
                    number=len(strange),
                    title=strange[0].written,
                )
            )
        turned = bookmarked.turned
        if turned is None:
            return PASSED
        return CannotTell(
            msg(
                'The bookmark "{first}" stands before "{second}", while their headings stand the other way '
                "round. See which order is right.",
                first=turned[0].written,
                second=turned[1].written,
            )
        )


def _titles(written: Iterator[str]) -> tuple[Title, ...]:
    """Return titles with their letters alone: spaces and numbers come and go; those without, not at all."""
    begun = (title[: 2 * _COMPARED] for title in written)
    titles = (Title(title, _letters(_NUMBERING.sub("", title, count=1))) for title in begun)
    return tuple(title for title in titles if title.key)


def _letters(title: str) -> str:
    return "".join(filter(str.isalpha, normalize("NFKC", title).casefold()))[:_COMPARED]


def _once(titles: tuple[Title, ...]) -> dict[str, int]:
    """Return at which place the titles stand that no other has."""
    times = Counter(title.key for title in titles)
    return {title.key: at for at, title in enumerate(titles) if times[title.key] == 1}
