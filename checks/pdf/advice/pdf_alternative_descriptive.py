"""A text alternative in a document tells what its picture tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf._texts import Told, alternatives
from checks.requirements import wcag
from checks.values.vague import has_letters, is_numbered
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

# What Word and PowerPoint write below the texts that they make up, in their languages.
_AUTOMATIC: Final = re.compile(
    r"description automatically generated|AI[- ]generated content may be incorrect"
    r"|automatiskt genererad beskrivning|AI-genererat innehåll kan vara felaktigt"
    r"|automatisch generierte beschreibung|KI-generierte Inhalte können fehlerhaft sein",
    re.IGNORECASE,
)
_NOTE: Final = 200  # characters at the end
_SHORT: Final = 80  # characters; no word for a picture is longer


class PdfAlternativeDescriptive(FactsRule[Told]):
    """Who hears "graphic: picture 4" knows that something is missing, but not what.

    Write what the picture tells in its place: in Word under Alt Text in the picture's menu. Mark it as
    decorative if it tells nothing. Then export again.
    """

    id = "pdf-alternative-descriptive"
    title = msg("Text alternatives in documents tell what the pictures tell")
    severity = Severity.ADVISORY
    requirements = wcag("1.1.1")
    parts = ("structure",)

    def targets(self, facts: Facts) -> Iterator[Told]:
        """Yield the text alternatives."""
        return alternatives(facts)

    def judge(self, told: Told) -> Verdict:
        """Require more than a word for picture, and words that a person wrote."""
        is_short = len(told.text) <= _SHORT
        if is_short and (is_numbered(told.text, "image") or not has_letters(told.text)):
            return Failed(
                msg(
                    'The alternative text of this picture, "{text}", does not say what it shows. Say it in a '
                    "few words, in Word under Alt Text in its menu, or mark the picture as decorative.",
                    text=told.text,
                )
            )
        if _AUTOMATIC.search(told.text, max(0, len(told.text) - _NOTE)):
            return Failed(
                msg(
                    "The alternative text of this picture was made up by a program, and nobody has looked at "
                    "it. Correct it, take away the note that it was generated, and export again."
                )
            )
        return PASSED
