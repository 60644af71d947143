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
_CAPITALS: Final = re.compile(r"\b[A-ZÀ-ÖØ-Þ]{2,}(?:[ \-–/&,:]+[A-ZÀ-ÖØ-Þ]{2,})*\b")
_WORD: Final = re.compile(r"\w+")
_LONGEST_ACRONYM: Final = 6  # letters: UNESCO, UNICEF
_WORDS: Final = 2  # that long, in a row: no abbreviations


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
            words = _WORD.findall(found[0])
            is_code = " " not in found[0]  # the name of a file or a setting: MEDIA/SUBTYPE, RELEASE-NOTES
            if max(map(len, words)) > _LONGEST_ACRONYM and len(words) >= _WORDS and not is_code:
                return Failed(msg('"{words}" is typed in capitals. Write it as usual.', words=found[0]))
        return PASSED
