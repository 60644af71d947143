"""What the label of a link says about a file: "pdf, 682,4 kB", "PDF, 682.4 kB"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from checks.languages import primary
from pipeline.model import Message, msg

_SIZE = re.compile(
    r"""(?<![\d.,])
        (?P<number> (?: \d{1,3}(?:[.,\s]\d{3}){1,4} | \d{1,15} ) (?:[.,]\d{1,6})? )
        \s? (?P<unit> [kKMGg]i?[Bb] | byte[sn]? | Byte | [kMG]byte )\b""",
    re.VERBOSE,
)
_FORMAT = re.compile(r"\bpdf\b", re.IGNORECASE)
# In brackets, where a format stands as a label and not as the subject of the words.
_OTHER_FORMAT = re.compile(
    r"\((?:[^()]*[,;\s])?(docx?|xlsx?|pptx?|od[tsp]|rtf|epub|csv|txt|zip|word|excel)\b[^()]*\)", re.IGNORECASE
)
_POWERS = {"b": 0, "k": 1, "m": 2, "g": 3}
_SIGNS = {",": ".", ".": ","}
# CLDR: the decimal sign of the languages that are at home here; in others, either will do.
_COMMA = frozenset(
    {"sv", "de", "da", "nb", "nn", "no", "fi", "fr", "es", "it", "nl", "pl", "pt", "cs", "et", "lv", "lt"}
)
_POINT = frozenset({"en"})
_KILO = (1000, 1024)
_HALF = Decimal("0.5")


class Size(NamedTuple):
    """A size as a label states it: ``text`` as written, ``number`` and ``unit`` its parts."""

    text: str
    number: str
    unit: str

    def fits(self, size: int, sign: str) -> bool:
        """Return whether it is ``size`` bytes, rounded, where ``sign`` is the decimal sign.

        kB may count 1,000 or 1,024 bytes; a size without decimals may be rounded up, as file
        managers do.
        """
        other = re.escape(_SIGNS[sign])
        if not re.fullmatch(
            rf"(?:\d{{1,3}}(?:[\s{other}]\d{{3}})*|\d+)(?:{re.escape(sign)}\d+)?", self.number
        ):
            return False
        whole, _, decimals = self.number.partition(sign)
        stated = Decimal(re.sub(r"\D", "", whole) + "." + (decimals or "0"))
        step = Decimal(1).scaleb(-len(decimals))
        error = [_in_unit(size, self.unit, kilo) - stated for kilo in _KILO]
        return any(abs(off) <= step * _HALF or (not decimals and -1 < off <= 0) for off in error)


def stated_size(label: str) -> Size | None:
    """Return the size that ``label`` states, if any; the last one where there are several."""
    found = list(_SIZE.finditer(label))
    return Size(found[-1][0], found[-1]["number"], found[-1]["unit"]) if found else None


def states_format(label: str) -> bool:
    """Return whether ``label`` says that the file is a PDF."""
    return written_format(label) is not None


def written_format(label: str) -> str | None:
    """Return the letters with which ``label`` says that the file is a PDF; None where it does not."""
    found = _FORMAT.search(label)
    return found[0] if found else None


def abbreviation(language: str) -> str:
    """Return how ``language`` writes it; Swedish in lower case, as all abbreviations that became words."""
    return "pdf" if primary(language) == "sv" else "PDF"


def other_format(label: str) -> str | None:
    """Return the format that ``label`` states where that is not PDF."""
    found = None if states_format(label) else _OTHER_FORMAT.search(label)
    return found[1] if found else None


def decimal_signs(language: str) -> str:
    """Return the signs that may stand before decimals in ``language``."""
    tag = primary(language)
    return "," if tag in _COMMA else "." if tag in _POINT else ",."


def written(size: int, unit: str, sign: str) -> str:
    """Return ``size`` bytes in ``unit`` as a label would state it, to one decimal."""
    number = f"{_in_unit(size, unit, _KILO[0]):.1f}".removesuffix(".0").replace(".", sign)
    return f"{number} {unit}"


def suggested(size: int, language: str) -> str:
    """Return the label for a PDF of ``size`` bytes."""
    unit = "MB" if size >= _KILO[0] ** 2 else "kB"
    return f"({abbreviation(language)}, {written(size, unit, decimal_signs(language)[0])})"


def wrong_size(label: str, language: str, size: int | None) -> Message | None:
    """Return what is wrong with the size that ``label`` states for a file of ``size`` bytes, if anything."""
    stated = stated_size(label)
    if stated is None or size is None:
        return None
    signs = decimal_signs(language)
    if any(stated.fits(size, sign) for sign in signs):
        return None
    actual = written(size, stated.unit, signs[0])
    if any(stated.fits(size, sign) for sign in ",."):
        return msg(
            "{stated} is not how this language writes decimals. Write {actual}.",
            stated=stated.text,
            actual=actual,
        )
    return msg(
        "The label says {stated}, but the file has {actual}. Correct it.", stated=stated.text, actual=actual
    )


def _in_unit(size: int, unit: str, kilo: int) -> Decimal:
    power = _POWERS[unit[0].lower()]
    return Decimal(size) / Decimal(kilo) ** power
