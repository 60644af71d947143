"""A short text is a page of the site, not a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_SHORT: Final = 600  # letters: about a hundred words
_FEW: Final = 10


class Length(NamedTuple):
    """How many letters a document has."""

    letters: int


class PdfShortText(FactsRule[Length]):
    """A document must be opened in a program of its own, and is hard to read on a telephone.

    Put a short text onto a page of the site, where everybody reads it at once.
    """

    id = "pdf-short-text"
    title = msg("Short texts are pages of the site")
    severity = Severity.ADVISORY
    parts = ("content", "fields")

    def targets(self, facts: Facts) -> Iterator[Length]:
        """Yield a document with text that is no form."""
        pages = facts.content.pages if facts.content is not None else ()
        letters = sum(page.letters for page in pages)
        if letters >= _FEW and not facts.fields:
            yield Length(letters)

    def judge(self, length: Length) -> Verdict:
        """Require more than a hundred words or so."""
        if length.letters >= _SHORT:
            return PASSED
        return Failed(
            msg(
                "The document is short: {number} letters. Put the text onto a page of the site, which "
                "opens at once and fits every screen.",
                number=length.letters,
            )
        )
