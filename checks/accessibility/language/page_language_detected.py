"""The language of a page is the one that most of its text is in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.accessibility.language._text import Marked, marked_page
from checks.detection import recognise
from checks.languages import is_known
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER: Final = re.compile(r"[^\W\d_]")


class PageLanguageDetected(Rule[Page, Marked]):
    """A Swedish page that says it is in English is read from the first to the last word with English sounds.

    Correct lang on the html element. Where the text is the wrong one, translate it, or mark the
    parts that stay in another language with lang of their own.
    """

    id = "page-language-detected"
    title = msg("The language of a page is that of its text")
    severity = Severity.BLOCKING
    requirements = wcag("3.1.1")
    act = ("ucwvc8",)

    def applicability(self, page: Page) -> Iterator[Marked]:
        """Yield the document element, where it names a known language and the page has words."""
        marked = marked_page(page)
        if marked is not None and is_known(marked.language) and _LETTER.search(marked.text):
            yield marked

    def expectation(self, marked: Marked) -> Verdict:
        """Require that the text which has no other mark may well be in that language."""
        found = recognise(marked.text, marked.language)
        if found is None:
            return CannotTell(
                msg(
                    'The page says that it is in "{language}", and has too little text to tell. '
                    "See whether it is.",
                    language=marked.language,
                ),
                "lang",
            )
        if found == marked.language:
            return PASSED
        return Failed(
            msg(
                'The page says that it is in "{language}", but its text is in "{found}". '
                "Correct lang on the html element, or translate the text.",
                language=marked.language,
                found=found,
            ),
            "lang",
        )
