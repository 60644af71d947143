"""Nobody shouts: words are not typed in capitals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.accessibility.text._passages import Passage, in_capitals
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

# Letters from A to Ö and the other capitals of Latin languages.
_CAPITALS: Final = re.compile(r"\b[A-ZÀ-ÖØ-Þ]{2,}(?:[ \-–/&]+[A-ZÀ-ÖØ-Þ]{2,})*\b")
_JOINED: Final = re.compile(r"\w[/&\-–]\w")
_LONGEST_ACRONYM: Final = 6  # letters: UNESCO, UNICEF
_SHORTEST_WORD: Final = 5  # letters; what is shorter may be the abbreviation of a publisher: ACM SIGPLAN
_WORDS: Final = 2  # in a row: no abbreviations


class TypedCapitals(Rule[Page, Passage]):
    """Words in capitals have all the same shape, which makes them slow to read; some are spelt out aloud.

    Write the words as usual. Where they should stand out, let the style sheet do it.
    """

    id = "typed-capitals"
    title = msg("Words are not typed in capitals")
    severity = Severity.ADVISORY
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Passage]:
        """Yield the runs of text with a word in capitals."""
        return (passage for passage in in_capitals(page.dom) if _CAPITALS.search(passage.text))

    def expectation(self, passage: Passage) -> Verdict:
        """Require that the capitals are abbreviations."""
        for found in _CAPITALS.finditer(passage.text):
            if _is_shouted(found[0]):
                return Failed(msg('"{words}" is typed in capitals. Write it as usual.', words=found[0]))
        return PASSED


def _is_shouted(capitals: str) -> bool:
    """Return whether words stand in a row that are no names of files or settings: MEDIA/SUBTYPE."""
    words = [part for part in capitals.split() if len(part) >= _SHORTEST_WORD and not _JOINED.search(part)]
    return len(words) >= _WORDS and max(map(len, words)) > _LONGEST_ACRONYM
