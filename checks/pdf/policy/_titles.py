"""The titles of a document: in its XMP metadata, and in the dictionary beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from checks.documents import Facts

_FILE: Final = re.compile(
    r"\.(?:docx?|docm|dotx?|odt|ott|rtf|pptx?|potx?|odp|xlsx?|ods|pdf|indd|ai|pages|key|tex|html?|txt|md|dwg)$"
    r"|^Microsoft (?:Office )?(?:Word|Excel|PowerPoint|Publisher|Visio) - ",
    re.IGNORECASE,
)
_WITHOUT_SPACES: Final = re.compile(r"[^\s_]*_\S*")  # but with underscores for them
_TEMPLATE: Final = re.compile(
    r"(?:untitled|no title|title|document|new document|template|presentation|powerpoint presentation|slide"
    r"|namnlös|ingen titel|utan titel|titel|rubrik|dokument|nytt dokument|mall|dokumentmall"
    r"|powerpoint-presentation|bild"
    r"|unbenannt|ohne titel|neues dokument|vorlage|präsentation|powerpoint-präsentation|folie"
    r"|print|layout|scan|skannat dokument|scanned document)"
    r"[ \-]*[0-9]*"
    r"|(?:book|publication|bok|publikation|mappe)[ \-]*[0-9]+",  # as Excel and Publisher count them
    re.IGNORECASE,
)


class Titled(NamedTuple):
    """The title that a document has, as readers are shown it."""

    text: str

    @property
    def is_file_name(self) -> bool:
        """Return whether it is the name of a file."""
        return _FILE.search(self.text) is not None

    @property
    def is_like_file_name(self) -> bool:
        """Return whether it is written as names of files are."""
        return _WITHOUT_SPACES.fullmatch(self.text) is not None

    @property
    def is_of_template(self) -> bool:
        """Return whether a program gave it, and no author."""
        return _TEMPLATE.fullmatch(self.text) is not None


class Titles(NamedTuple):
    """The titles in the XMP metadata, the one for all readers first, and the one beside them."""

    xmp: tuple[str, ...]
    information: str

    @property
    def agree(self) -> bool:
        """Return whether one of the languages has the title that stands beside them."""
        return self.information in self.xmp


def title_of(facts: Facts) -> Titled | None:
    """Return the title of a document; None where it has none."""
    title = facts.metadata.title if facts.metadata is not None else None
    beside = facts.information.title if facts.information is not None else None
    texts = (_tidy(text) for text in (title, beside) if text is not None)
    return next((Titled(text) for text in texts if text), None)


def titles_of(facts: Facts) -> Titles | None:
    """Return the titles of a document that has both; None of others."""
    if facts.metadata is None or facts.information is None:
        return None
    first = _tidy(facts.metadata.title or "")
    others = (_tidy(value.text) for value in facts.metadata.titles)
    beside = _tidy(facts.information.title or "")
    return Titles(tuple(dict.fromkeys((first, *others))), beside) if first and beside else None


def _tidy(text: str) -> str:
    return " ".join(text.split())
