"""Telephone numbers: parsed once, written in each language, the same number everywhere.

phonenumbers knows which numbers exist.  How Swedes group one it knows for area codes, not for 0771 and
its like (``077-156 75 67``), so a grouping that an editor took care to type is kept.  Numbers of other
countries are never regrouped: a German hyphen marks the direct line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType
from phonenumbers.shortnumberinfo import is_valid_short_number_for_region

from pipeline.formats.faults import FormatError
from pipeline.formats.languages import direction, locale, lookup
from pipeline.formats.spaces import NBSP, plain, unbreakable
from pipeline.model import msg

SWEDEN = 46
SWEDISH = "sv"

EXTENSIONS = {"sv": "ankn.", "en": "extension", "de": "Nebenstelle"}
EXTENSION_ELSEWHERE = "ext."

LEFT_TO_RIGHT_MARK = "\u200e"

# Numbers not tied to a place that are read with four digits first; phonenumbers splits them after three.
_SERVICE = re.compile(r"(200|77\d)(\d{3})(\d{3})")

# How a Swede writes a number: 021-39 26 36, 08-123 456 78; and the same after +46.
_NATIONAL = re.compile(r"0(\d{1,3})-(\d{2,3}(?: \d{2,3})+)")
_INTERNATIONAL = re.compile(r"\+46 (\d{1,3}) (\d{2,3}(?: \d{2,3})+)")

_EXTENSION = re.compile(
    r"[\s,;]*(?:anknytning|ankn|ank|extension|extn|ext|x|durchwahl|dw|nebenstelle|apparat|app|\#)"
    r"[.:=]?\s*(?P<extension>\d{1,7})\Z",
    re.IGNORECASE,
)
_ALLOWED = re.compile(r"[+(]?[\d(][\d\s()/.-]*", re.ASCII)
_LONE_DIGIT = re.compile(r" \d$")
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))
_TRUNK_ZERO = re.compile(r"\(0\)")


@dataclass(frozen=True, slots=True)
class Telephone:
    """A telephone number; equal to another when a call reaches the same place.

    ``number`` is what is dialled: E.164 (``+4621392636``), or the digits of a short number
    (``112``).  ``national`` and ``international`` are how it is written, with ordinary spaces.
    """

    number: str
    extension: str = ""
    national: str = field(default="", compare=False)
    international: str = field(default="", compare=False)

    @classmethod
    def parse(cls, written: str, region: str = "SE") -> Telephone:
        """Return the number that ``written`` gives, in national form (of ``region``) or international.

        An extension may follow (``ankn. 12``, ``ext 12``, ``;ext=12``), ``tel:`` precede.  Raise
        :class:`FormatError` for what is no number of any country, and for a Swedish one whose last group
        is one digit: a digit has been lost or added, although phonenumbers calls the number valid.
        """
        return _parse(written, region)

    @property
    def e164(self) -> str | None:
        """Return the number in E.164, ``+4621392636``; None for a short number."""
        return None if self.is_short else self.number

    @property
    def is_short(self) -> bool:
        """Tell whether the number is one like 112 or 1177, which works in its country only."""
        return not self.number.startswith("+")

    @property
    def uri(self) -> str:
        """Return RFC 3966's address, ``tel:+4621392636``, with ``;ext=12`` for an extension."""
        return f"tel:{self.number}" + (f";ext={self.extension}" if self.extension else "")

    def text(self, language: str) -> str:
        """Return the number for readers: ``021-39 26 36`` in Swedish, else ``+46 21 39 26 36``.

        On a page from right to left a mark precedes, without which the plus sign would come last.
        """
        number = self.national if locale(language).language == SWEDISH else self.international
        mark = LEFT_TO_RIGHT_MARK if direction(language) == "rtl" else ""
        return f"{mark}{unbreakable(number)}{self._extension_text(language)}"

    def _extension_text(self, language: str) -> str:
        """Return ``, ankn. 12`` or nothing."""
        word = lookup(EXTENSIONS, language) or EXTENSION_ELSEWHERE
        return f", {word}{NBSP}{self.extension}" if self.extension else ""


@lru_cache(maxsize=4096)
def _parse(written: str, region: str) -> Telephone:
    """Do the work of :meth:`Telephone.parse`."""
    main, extension = _split_extension(_as_typed(written))
    if not _ALLOWED.fullmatch(main):
        raise _no_number(written)
    try:
        parsed = phonenumbers.parse(main, region)
    except phonenumbers.NumberParseException:
        raise _no_number(written) from None
    if not main.startswith("+") and is_valid_short_number_for_region(parsed, region):
        return Telephone(re.sub(r"\D", "", main), extension, main, main)
    if not phonenumbers.is_valid_number(parsed):
        raise _no_number(written)
    national, international = _forms(main, parsed)
    number = phonenumbers.format_number(parsed, PhoneNumberFormat.E164)
    return Telephone(number, extension, national, international)


def _no_number(written: str) -> FormatError:
    """Return the error for what cannot be dialled."""
    return FormatError(
        msg(
            "{number} is not a telephone number; write it like 021-39 26 36 or +46 21 39 26 36.",
            number=written or '""',
        )
    )


def _as_typed(written: str) -> str:
    """Return ``written`` as a keyboard gives it, with plain spaces and hyphens, and without ``tel:``."""
    typed = plain(written).translate(_HYPHENS).replace(LEFT_TO_RIGHT_MARK, "")
    return " ".join(typed.split()).removeprefix("tel:")


def _split_extension(written: str) -> tuple[str, str]:
    """Return the number and its extension ("" for none); phonenumbers reads ``ankn`` as digits."""
    match = _EXTENSION.search(written)
    return (written[: match.start()], match["extension"]) if match else (written, "")


def _forms(written: str, parsed: PhoneNumber) -> tuple[str, str]:
    """Return how the number is written at home and abroad."""
    if parsed.country_code != SWEDEN:
        foreign = _without_prefixes(written, parsed)
        return foreign, foreign
    if _LONE_DIGIT.search(written):
        raise FormatError(
            msg("{number} ends with a single digit: is one missing, or one too many?", number=written)
        )
    area, rest = _grouping(written, parsed)
    return f"0{area}-{rest}", f"+{SWEDEN} {area} {rest}"


def _grouping(written: str, parsed: PhoneNumber) -> tuple[str, str]:
    """Return a Swedish number's area code without 0 and the rest in groups: the editor's, else ours."""
    match = _NATIONAL.fullmatch(written) or _INTERNATIONAL.fullmatch(written)
    service = _SERVICE.fullmatch(str(parsed.national_number))
    if match and (match[1] == service[1] if service else _is_area(match[1], parsed)):
        return match[1], match[2]
    if service:
        return service[1], f"{service[2]} {service[3]}"
    area, _, rest = phonenumbers.format_number(parsed, PhoneNumberFormat.NATIONAL).partition("-")
    return area.removeprefix("0"), rest


def _is_area(area: str, parsed: PhoneNumber) -> bool:
    """Tell whether an editor's area code can be one: exactly the place's, or a mobile's 73 or 733."""
    length = phonenumbers.length_of_national_destination_code(parsed)
    if phonenumbers.number_type(parsed) == PhoneNumberType.FIXED_LINE:
        return len(area) == length
    return len(area) in (length, length + 1)


def _without_prefixes(written: str, parsed: PhoneNumber) -> str:
    """Return a foreign number as it was written, but with ``+49 `` for 0049 and without ``(0)``.

    One written without its country is left alone.
    """
    code = str(parsed.country_code)
    digits = re.sub(r"^00\s*", "+", written)
    if not digits.startswith("+"):
        return written
    rest = _TRUNK_ZERO.sub("", re.sub(rf"^\+\s*{code}", "", digits))
    return f"+{code} {' '.join(rest.split()).strip(' -.')}"
