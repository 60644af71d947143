"""A translation fits where it will be stored."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.model import PASSED, CannotTell, Failed, Quality, Severity, Verdict
from checks.translations._rule import OnTranslations
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.subjects import Translation
    from pipeline.po import Entry

# ITS 2.0, Storage Size, as comments for the translator carry it; and the flag of Weblate and others.
_SIZE: Final = re.compile(r"(?:its[-:])?storage[- ]?size[ :=\"']+(\d{1,9})", re.IGNORECASE)
_ENCODING: Final = re.compile(r"(?:its[-:])?storage[- ]?encoding[ :=\"']+([\w.-]{1,40})", re.IGNORECASE)
_FLAG: Final = re.compile(r"max-length:\s*(\d{1,9})")
_DEFAULT: Final = "UTF-8"


class StorageSize(OnTranslations):
    """A text that is longer than its place is cut off, perhaps in the middle of a letter.

    Say it shorter. The size counts bytes: å, ä and ö are two each in UTF-8. A max-length counts letters.
    """

    id = "storage-size"
    title = msg("Translations fit where they are stored")
    severity = Severity.BLOCKING
    quality = Quality.LENGTH

    def concerns(self, translation: Translation) -> bool:
        """Tell whether the source has set a limit."""
        return limit_of(translation.entry) is not None

    def expectation(self, translation: Translation) -> Verdict:
        """Require no more than the limit."""
        limit = limit_of(translation.entry)
        if limit is None:
            return PASSED
        try:
            size = limit.measure(translation.msgstr)
        except LookupError:
            return CannotTell(
                msg(
                    "The encoding {encoding} is not known here. Check the length by hand.",
                    encoding=limit.encoding or "",
                )
            )
        except UnicodeError:
            return Failed(
                msg(
                    "The text cannot be stored in {encoding}. Use other characters.",
                    encoding=limit.encoding or "",
                )
            )
        if size <= limit.number:
            return PASSED
        if limit.encoding:
            return Failed(
                msg(
                    "The text has {size} bytes, {limit} is the limit. Shorten it.",
                    size=size,
                    limit=limit.number,
                )
            )
        return Failed(
            msg(
                "The text has {size} letters, {limit} is the limit. Shorten it.",
                size=size,
                limit=limit.number,
            )
        )


class Limit(NamedTuple):
    """How long a text may be: in bytes of ``encoding``, or in characters where there is none."""

    number: int
    encoding: str | None

    def measure(self, text: str) -> int:
        """Return how long ``text`` is.

        Raises LookupError for an encoding that nobody knows, and UnicodeError for a text that it lacks.
        """
        return len(text.encode(self.encoding)) if self.encoding else len(text)


def limit_of(entry: Entry) -> Limit | None:
    """Return how long a translation of ``entry`` may be; None where nothing says."""
    note = "\n".join(entry.extracted)
    if size := _SIZE.search(note):
        encoding = _ENCODING.search(note)
        return Limit(int(size[1]), encoding[1] if encoding else _DEFAULT)
    lengths = (found for flag in entry.flags if (found := _FLAG.fullmatch(flag)))
    return next((Limit(int(found[1]), None) for found in lengths), None)
