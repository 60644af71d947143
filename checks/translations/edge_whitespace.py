"""Spaces and line breaks at the ends of a translation, and double ones in it, are those of the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.model import PASSED, Failed, Quality, Severity, Verdict
from checks.translations._rule import OnTranslations
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.subjects import Translation

_LAID_OUT: Final = re.compile(r"\s{2}|[\n\t]")
_DOUBLE: Final = re.compile(r"(?<=[^\W_])[,;:]?[ \u00a0]{2,}(?=[^\W_])")


class EdgeWhitespace(OnTranslations):
    """A space too many moves a word away from its full stop; one too few glues two words together.

    Begin and end the translation as the source text does, and put one space between words.
    """

    id = "edge-whitespace"
    title = msg("Translations begin and end with the spaces of their source text")
    severity = Severity.ADVISORY
    quality = Quality.WHITESPACE

    def concerns(self, translation: Translation) -> bool:
        """Tell whether there are spaces at an end, or two together."""
        texts = (translation.msgid, translation.msgstr)
        return any(text != text.strip() for text in texts) or bool(_DOUBLE.search(translation.msgstr))

    def expectation(self, translation: Translation) -> Verdict:
        """Require space, or none, where the source has it; line breaks at the end as many."""
        (start, end), (own_start, own_end) = (
            _edges(text) for text in (translation.msgid, translation.msgstr)
        )
        if _form(start) != _form(own_start):
            return Failed(
                msg("The translation begins with other spaces than the source text. Begin as it does.")
            )
        if _form(end) != _form(own_end):
            return Failed(msg("The translation ends with other spaces than the source text. End as it does."))
        if _DOUBLE.search(translation.msgstr) and not _LAID_OUT.search(translation.msgid.strip()):
            return Failed(msg("Two spaces stand together. Remove one."))
        return PASSED


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _form(spaces: str) -> tuple[bool, bool]:
    """Return whether there is a line break, and whether there is a space; how many, the layout decides."""
    return "\n" in spaces, bool(spaces.replace("\n", ""))
