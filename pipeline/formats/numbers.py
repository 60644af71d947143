"""Numbers, percentages and file sizes.

Babel drops decimals from a percentage, writes a hyphen for minus, and takes CLDR's singulars ``1 Mbyte``
and ``1 kbyte`` in German; measured with Babel 2.18.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache

from babel.numbers import format_decimal, format_percent, get_minus_sign_symbol
from babel.units import format_unit

from pipeline.formats.faults import FormatError
from pipeline.formats.languages import locale, lookup
from pipeline.formats.spaces import NBSP, tidy, unbreakable
from pipeline.model import msg

Number = int | float | Decimal

KILO = 1000
# SI, as file managers and the Swedish authorities count: 1 kB is 1,000 bytes, not 1,024.
UNITS = (
    ("digital-kilobyte", "kB", KILO),
    ("digital-megabyte", "MB", KILO**2),
    ("digital-gigabyte", "GB", KILO**3),
)
TENTH = Decimal("0.1")
SAMPLE = 100

# Swedish writes an abbreviation that is read as a word in lower case: pdf, not PDF.
LOWER_CASE_FORMATS = {"sv": True}


def decimal(value: Number, language: str) -> str:
    """Return ``value`` with all its decimals: ``1 234,5`` in Swedish, ``1,234.5`` in English.

    Raise :class:`FormatError` for infinity and not-a-number.
    """
    exact = _exact(value)
    return _finish(format_decimal(exact, locale=locale(language), decimal_quantization=False), language)


def percent(value: Number, language: str) -> str:
    """Return the share ``value`` (0.125 is an eighth) in percent: ``12,5 %``, in English ``12.5%``.

    Raise :class:`FormatError` for infinity and not-a-number.
    """
    exact = _exact(value)
    return _finish(format_percent(exact, locale=locale(language), decimal_quantization=False), language)


def file_size(bytes_: int, language: str) -> str:
    """Return a size in bytes in the largest of kB, MB, GB that it fills, to one decimal: ``682,4 kB``.

    A decimal that is zero is left out (``2 MB``).  Below 1 kB the bytes are counted, and the word is
    written out: ``1 byte``, ``512 bytes``.  Raise :class:`FormatError` for a negative size.
    """
    if bytes_ < 0:
        raise FormatError(msg("A file cannot have {bytes} bytes.", bytes=bytes_))
    if bytes_ < KILO:
        return _count_of_bytes(bytes_, language)
    unit, symbol, amount = _scale(bytes_)
    return _unit_pattern(unit, symbol, language).replace("{}", decimal(amount, language))


@lru_cache(maxsize=1 << 10)  # many pages lead to the same documents
def file_label(format_: str, bytes_: int, language: str) -> str:
    """Return what a link to a file says of it: ``pdf, 682,4 kB``; ``PDF, 682.4 kB`` in English."""
    lower = lookup(LOWER_CASE_FORMATS, language)
    name = format_.lower() if lower else format_.upper()
    return f"{name}, {file_size(bytes_, language)}"


def _exact(value: Number) -> Decimal:
    """Return the number as people write it: 0.1, not 0.1000000000000000055."""
    exact = Decimal(str(value))
    if not exact.is_finite():
        raise FormatError(msg("{value} is not a number that can be written.", value=str(value)))
    return exact


def _finish(text: str, language: str) -> str:
    """Return Babel's number with CLDR's minus sign, and no space that a line could break at."""
    return unbreakable(text.replace("-", get_minus_sign_symbol(locale(language))))


def _scale(bytes_: int) -> tuple[str, str, Decimal]:
    """Return CLDR's unit, its symbol and the rounded amount; 999,950 bytes are 1 MB, not 1,000 kB."""
    amounts = [
        (unit, symbol, (Decimal(bytes_) / size).quantize(TENTH, ROUND_HALF_UP))
        for unit, symbol, size in UNITS
    ]
    return next((amount for amount in amounts if amount[-1] < KILO), amounts[-1])


@cache
def _unit_pattern(unit: str, symbol: str, language: str) -> str:
    """Return how the language puts a number (``{}``) and the symbol of ``unit`` together.

    Taken from the plural of 100, as some singulars are words: German ``1 Mbyte``, Somali ``1 MBeyt``.
    Where 100 itself is written otherwise (Toki Pona) the SI symbol follows the number.
    """
    sample = format_unit(SAMPLE, unit, "short", locale=locale(language))
    known = str(SAMPLE) in sample
    return unbreakable(sample.replace(str(SAMPLE), "{}")) if known else f"{{}}{NBSP}{symbol}"


def _count_of_bytes(bytes_: int, language: str) -> str:
    """Return the bytes with the language's own word; with the symbol B where CLDR has no word.

    The long form: the short one is ``1.5 byte`` in English.
    """
    text = format_unit(bytes_, "digital-byte", "long", locale=locale(language))
    return f"{bytes_}{NBSP}B" if "digital-byte" in text else unbreakable(tidy(text))
