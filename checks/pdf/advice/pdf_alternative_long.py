"""A text alternative in a document is short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf._texts import Told, alternatives
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_LONGEST: Final = 500  # characters: about half a minute


class PdfAlternativeLong(FactsRule[Told]):
    """Screen readers read an alternative text in one go: nobody can stop, go back, or look up a word.

    Say in one or two sentences what the picture tells. Put the rest, such as the figures of a diagram,
    into the text or a table beside it, where everybody can read it.
    """

    id = "pdf-alternative-long"
    title = msg("Text alternatives in documents are short")
    severity = Severity.ADVISORY
    parts = ("structure",)

    def targets(self, facts: Facts) -> Iterator[Told]:
        """Yield the text alternatives of pictures; a formula takes as many words as it takes."""
        return (told for told in alternatives(facts) if told.element.role == "Figure")

    def judge(self, told: Told) -> Verdict:
        """Require no more than five hundred characters."""
        if len(told.text) <= _LONGEST:
            return PASSED
        return Failed(
            msg(
                "The alternative text of this picture has {number} characters, and is read in one go. Say in "
                "one or two sentences what the picture tells, and put the rest into the text beside it.",
                number=len(told.text),
            )
        )
