"""Names of one word in a source text, and what has become of them in its translation."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from babel import Locale, UnknownLocaleError

from checks.languages import primary
from checks.values.address import is_town
from checks.values.wording import WORD, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Catalog, Translation

# A word with a capital that begins no sentence; where nouns have none, it is a name.
_LONE: Final = re.compile(r"(?<=[a-zåäöéü,][ \u00a0])[A-ZÅÄÖ][a-zåäöéü]{3,40}(?![\w-])")
_SHORTEST: Final = 6  # letters of a name that a slip leaves recognisable
_OFTEN: Final = 3  # entries of a catalog that keep a name which the next one has lost
# Letters that languages write for one another: Kanada and Canada, Viktor and Victor.
_CORRESPONDING: Final = frozenset(
    map(frozenset, ("kc", "vw", "iy", "sz", "fv", "ij", "qk", "xs", "åa", "äa", "öo", "üu"))
)


def misspelt(translation: Translation) -> tuple[str, str] | None:
    """Return a name of one word that is misspelt by a letter, and how it is written.

    That it is a name, and no word with a capital, we know of towns, and of what the catalog keeps elsewhere.
    """
    text = plain(translation.msgstr)
    kept = _kept(translation.catalog)
    names = [
        name
        for name in _names(translation)
        if len(name) >= _SHORTEST and not _has(text, name) and (is_town(name) or kept[name])
    ]
    if not names:
        return None
    source = frozenset(WORD.findall(plain(translation.msgid)))
    words = [word for word in WORD.findall(text) if word[0].isupper() and word not in source]
    return next(((name, word) for name in names for word in words if _is_slip(name, word)), None)


def lost(translation: Translation) -> str | None:
    """Return a name that the translation lacks: a Swedish town, or one that the catalog keeps elsewhere."""
    text = plain(translation.msgstr)
    kept = _kept(translation.catalog)
    for name in _names(translation):
        is_expected = is_town(name) or kept[name] >= _OFTEN
        if is_expected and not _has(text, name):
            return name
    return None


def _names(translation: Translation) -> Iterator[str]:
    """Yield the names of one word that have no other form in the language, as far as we know."""
    known = _localised(primary(translation.source))
    for name in dict.fromkeys(_LONE.findall(plain(translation.msgid))):
        stem = name.removesuffix("s") if len(name) > _SHORTEST else name
        if not {name.casefold(), stem.casefold()} & known:
            yield stem if is_town(stem) and not is_town(name) else name


def _has(text: str, name: str) -> bool:
    """Return whether ``text`` has ``name``, perhaps as a part of a longer word or without its genitive."""
    return name in text or (name.endswith("s") and name[:-1] in text)


def _is_slip(name: str, word: str) -> bool:
    """Return whether ``word`` is ``name`` with one slip inside of it that no language makes by rule."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - for those who judge catalogs

    word = word.removesuffix("s") if word.endswith("s") and not name.endswith("s") else word
    if word[0] != name[0] or word[-1] != name[-1] or OSA.distance(name, word, score_cutoff=1) != 1:
        return False
    changed = [{one, other} for one, other in zip(name, word, strict=False) if one != other]
    return len(name) != len(word) or frozenset(changed[0]) not in _CORRESPONDING


@lru_cache(maxsize=8)
def _kept(catalog: Catalog) -> Counter[str]:
    """Return how many entries keep a name, of those that one entry at most has lost."""
    kept: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    for each in catalog.translations():
        text = plain(each.msgstr)
        for name in _names(each):
            (kept if _has(text, name) else missing)[name] += 1
    return Counter({name: number for name, number in kept.items() if missing[name] <= 1})


@cache
def _localised(language: str) -> frozenset[str]:
    """Return the names of countries, cities and languages, for which each language has its own."""
    try:
        cldr = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    cities = (zone.get("city") or "" for zone in cldr.time_zones.values())
    names = (*cldr.territories.values(), *cldr.languages.values(), *cldr.scripts.values(), *cities)
    return frozenset(word.casefold() for name in names for word in WORD.findall(name))
