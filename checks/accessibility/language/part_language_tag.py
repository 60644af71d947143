"""The language of a part is one that exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.language._text import Marked, marked_parts
from checks.languages import is_known
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PartLanguageTag(Rule[Page, Marked]):
    """A screen reader that does not know the language of a quotation reads it with the sounds of the page.

    Use the shortest tag for the language: "en" and not "eng" or "english". A country may follow: "en-GB".
    """

    id = "part-language-tag"
    title = msg("The language of a part is a known one")
    severity = Severity.BLOCKING
    requirements = wcag("3.1.2")
    act = ("de46e4",)

    def applicability(self, page: Page) -> Iterator[Marked]:
        """Yield the elements in the body that name the language of some text."""
        return marked_parts(page)

    def expectation(self, part: Marked) -> Verdict:
        """Require that the primary subtag is a language in IANA's registry."""
        if is_known(part.language):
            return PASSED
        return Failed(
            msg(
                'No language has the tag "{language}". Write for example "sv", "en" or "de".',
                language=part.language,
            ),
            "lang",
        )
