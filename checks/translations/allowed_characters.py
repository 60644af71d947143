"""A translation has only characters that its place allows."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from checks.model import PASSED, CannotTell, Failed, Quality, Severity, Verdict
from checks.subjects.catalog import ADDRESS
from checks.translations._rule import OnTranslations
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.subjects import Translation
    from pipeline.po import Entry

# ITS 2.0, Allowed Characters: a character class or a single dot, as comments for the translator carry it.
_ALLOWED: Final = re.compile(
    r"(?:its[-:])?allowed[- ]?characters[ :=]+[\"']?(\.|\[.{1,200}\])", re.IGNORECASE
)
_OF_ADDRESSES: Final = "[a-z0-9-]"


class AllowedCharacters(OnTranslations):
    """A character that its place cannot hold becomes another one there, or nothing is stored at all.

    Use only the characters that the note on the text names. In the address of a page they are a to
    z, digits and hyphens: å and ä become a, ö becomes o.
    """

    id = "allowed-characters"
    title = msg("Translations have only characters that are allowed")
    severity = Severity.BLOCKING
    quality = Quality.CHARACTERS

    def concerns(self, translation: Translation) -> bool:
        """Tell whether the source allows some characters only."""
        return allowed_in(translation.entry) is not None

    def expectation(self, translation: Translation) -> Verdict:
        """Require every character to be allowed."""
        allowed = allowed_in(translation.entry) or "."
        pattern = _compiled(allowed)
        if pattern is None:
            return CannotTell(
                msg("{allowed} is no set of characters. Correct the note in the source.", allowed=allowed)
            )
        wrong = next(
            (character for character in translation.msgstr if not pattern.fullmatch(character)), None
        )
        if wrong is None:
            return PASSED
        return Failed(
            msg(
                "The character {character} is not allowed here, only {allowed}.",
                character=wrong,
                allowed=allowed,
            )
        )


def allowed_in(entry: Entry) -> str | None:
    """Return the characters that a translation of ``entry`` may have, as a class; None for all."""
    found = _ALLOWED.search("\n".join(entry.extracted))
    if found:
        return found[1]
    return _OF_ADDRESSES if entry.msgctxt == ADDRESS else None


@cache
def _compiled(allowed: str) -> re.Pattern[str] | None:
    """Return the pattern of one allowed character; None for what is none, or more than one character."""
    inside = allowed[1:-1].removeprefix("^")
    if allowed != "." and re.search(r"(?<!\\)[\[\]]", inside.removeprefix("]")):
        return None
    try:
        return re.compile(allowed)
    except re.error:
        return None
