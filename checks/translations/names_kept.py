"""Names are spelt in a translation as they are in the source."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import DamerauLevenshtein

from checks.languages import primary
from checks.model import PASSED, Failed, Quality, Severity, Verdict
from checks.translations._rule import OnTranslations
from checks.translations._text import plain
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.subjects import Translation

_NAME: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PAIR: Final = re.compile(r"\b([^\W\d_]{2,}(?:-[^\W\d_]+)*) ([^\W\d_]{2,}(?:-[^\W\d_]+)*)\b")
_SPELT_OUT: Final = (("å", "aa"), ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"), ("æ", "ae"))
_WITH_CAPITALS: Final = frozenset({"en", "de"})  # two words with capitals are no name there
_SLIP: Final = 2  # letters that a misspelt name differs in
_LONG: Final = 5  # letters from which on two that differ are a slip and not another name


class NamesKept(OnTranslations):
    """A name that is spelt otherwise is another name, and a search for it finds nothing.

    Write names as the source text does, with å, ä and ö: Västerås, not Vasteras or Vaesteras. Where
    a place or an authority has a name in the language, write that one whole.
    """

    id = "names-kept"
    title = msg("Names are spelt as in the source text")
    severity = Severity.BLOCKING
    quality = Quality.INCONSISTENT_ENTITIES

    def concerns(self, translation: Translation) -> bool:
        """Tell whether the source may have a name in it."""
        return bool(_accented(translation.msgid) or _pairs(translation.msgid))

    def expectation(self, translation: Translation) -> Verdict:
        """Require each name as it is, or none that is nearly the same."""
        found = _respelt(translation) or _misspelt(translation)
        if found is None:
            return PASSED
        name, written = found
        return Failed(
            msg(
                "The name {name} is spelt {written} here. Write it as in the source text.",
                name=name,
                written=written,
            )
        )


@lru_cache(maxsize=4096)
def _accented(text: str) -> frozenset[str]:
    """Return the capitalised words that are not plain ASCII."""
    return frozenset(word for word in _NAME.findall(plain(text)) if word[0].isupper() and not word.isascii())


@lru_cache(maxsize=4096)
def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of words that are both capitalised, as the name of a person is."""
    pairs = ((match[1], match[2]) for match in re.finditer(f"(?={_PAIR.pattern})", plain(text)))
    return tuple((one, two) for one, two in pairs if one.istitle() and two.istitle())


def _respelt(translation: Translation) -> tuple[str, str] | None:
    """Return a name that has lost its accents, and how it is written."""
    if not (names := _accented(translation.msgid)):
        return None
    words = dict.fromkeys(_NAME.findall(plain(translation.msgstr)))
    for name in sorted(names - words.keys()):
        ways = {_folded(name), _spelt_out(name)} - {name}
        if written := next((word for word in words if word in ways), None):
            return name, written
    return None


def _misspelt(translation: Translation) -> tuple[str, str] | None:
    """Return a name of two words of which one differs by a slip, and how it is written."""
    if primary(translation.source) in _WITH_CAPITALS:
        return None
    pairs = _pairs(translation.msgstr)
    wanted = _pairs(translation.msgid)
    for name in wanted:
        near = [pair for pair in pairs if pair != name and pair not in wanted and _is_slip(name, pair)]
        if near and name not in pairs:
            return " ".join(name), " ".join(near[0])
    return None


def _is_slip(name: tuple[str, str], pair: tuple[str, str]) -> bool:
    differing = [(one, other) for one, other in zip(name, pair, strict=True) if one != other]
    if len(differing) != 1:
        return False
    ((one, other),) = differing
    if one == f"{other}s" or other == f"{one}s" or one == _folded(other):  # a genitive; an accent restored
        return False
    allowed = _SLIP if min(len(one), len(other)) > _LONG else 1
    return DamerauLevenshtein.distance(one, other, score_cutoff=allowed) <= allowed


def _folded(name: str) -> str:
    """Return ``Vasteras``."""
    decomposed = unicodedata.normalize("NFD", name)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _spelt_out(name: str) -> str:
    """Return ``Vaesteraas``."""
    for letter, letters in _SPELT_OUT:
        name = name.replace(letter, letters).replace(letter.upper(), letters.title())
    return name
