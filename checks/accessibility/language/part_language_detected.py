"""The language of a part is the one that its text is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.language._text import Marked, marked_parts
from checks.detection import recognise
from checks.languages import is_known
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PartLanguageDetected(Rule[Page, Marked]):
    """A Swedish sentence that is marked as English is read with English sounds, and nobody understands it.

    Correct the lang of the element around the text, or remove it where the text is in the language
    of the page.
    """

    id = "part-language-detected"
    title = msg("The language of a part is that of its text")
    severity = Severity.BLOCKING
    requirements = wcag("3.1.2")
    act = ("off6ek",)

    def applicability(self, page: Page) -> Iterator[Marked]:
        """Yield the elements in the body that name the language of some text, and a known one."""
        return (part for part in marked_parts(page) if is_known(part.language))

    def expectation(self, part: Marked) -> Verdict:
        """Require that the text may well be in that language; short texts and names a person must read."""
        found = recognise(part.text, part.language)
        if found is None:
            return CannotTell(
                msg(
                    'This text is marked as "{language}". See whether it is in that language.',
                    language=part.language,
                ),
                "lang",
            )
        if found == part.language:
            return PASSED
        return Failed(
            msg(
                'This text is marked as "{language}", but it is in "{found}". Correct lang.',
                language=part.language,
                found=found,
            ),
            "lang",
        )
