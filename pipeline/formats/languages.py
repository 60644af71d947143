"""Languages: their tags, names, writing direction and CLDR locales.

CLDR's data comes from Babel, which lacks locales for some languages that Swedish municipalities publish in
(Meänkieli, Romani); their own names stand here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from pipeline.formats.faults import FormatError
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = TypeVar("Value")

# CLDR's plain "en" is American: Mar 7, 2025; A, B, and C.
LOCALES = {"en": "en_GB"}

# Tags that say there is no one language; nothing can be written in them.
NO_LANGUAGE = frozenset({"mis", "mul", "root", "und", "zxx"})

# What CLDR's root calls January; a locale that says so has no names of its own.
NAMELESS_MONTH = "M01"

# Names of languages in themselves, where Babel has no locale to ask.
OWN_NAMES = {"fit": "meänkieli", "rom": "romani čhib", "rmf": "kaalengo tšimb"}

# "In" a language, where a word before its name says it; other languages inflect, or are not known here.
IN_LANGUAGE = {
    "sv": "på {}",
    "en": "in {}",
    "de": "auf {}",
    "da": "på {}",
    "nb": "på {}",
    "nn": "på {}",
    "no": "på {}",
    "es": "en {}",
    "fr": "en {}",
    "it": "in {}",
    "nl": "in het {}",
    "pt": "em {}",
}

# Scripts with the bidirectional class R or AL in the Unicode Character Database.
RIGHT_TO_LEFT = (
    "Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb "
    "Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Syre Syrj Syrn Thaa "
    "Yezi"
)

# Three-letter subtags that are registered although CLDR sees a two-letter language in them (Mandarin in
# Chinese).  Other three-letter codes of such languages ("swe", "eng") are ISO 639-2, not BCP 47.
ENCOMPASSED = (
    "adp als arb ayr azj cls cmn cwd drh ekk esk fat fuc gaz gug ike khk kmr knc kng kpv lvs npi ojg ory pbu "
    "pes plt prp quz src swh uzn ydd zsm zyb"
)

_TAG = re.compile(
    r"""
    (?P<language>[a-z]{2,3}) (?:-[a-z]{3}(?!\w)){0,3}
    (?:-(?P<script>[a-z]{4}(?!\w)))?
    (?:-(?P<territory>(?:[a-z]{2}|\d{3})(?!\w)))?
    (?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*
    (?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*
    (?:-x(?:-[a-z0-9]{1,8})+)?
    | x(?:-[a-z0-9]{1,8})+
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


class _Subtags(NamedTuple):
    """The subtags that choose words and formats, in their usual case; "" for those not given."""

    language: str
    script: str
    territory: str

    def key(self) -> str:
        """Return them as CLDR's data names them: ``zh_Hant_TW``."""
        return "_".join(filter(None, self))


def is_language_tag(tag: str) -> bool:
    """Tell whether ``tag`` is a BCP 47 language tag whose language, script and region exist.

    Two-letter languages, scripts and regions are looked up in CLDR, so ``dk``, ``swe`` and ``en-UK`` are
    not tags.  Three-letter languages, variants and extensions are checked in form only, and the few
    grandfathered tags (``i-klingon``) are refused: RFC 5646 gives each a modern one.
    """
    match = _TAG.fullmatch(tag)
    if match is None:
        return False
    language, script, territory = _cased(match)
    english = Locale("en", "GB")
    return (
        (not language or _is_language(language))
        and (not script or script in english.scripts)
        and (not territory or territory in english.territories)
    )


@cache
def locale(tag: str) -> Locale:
    """Return the CLDR locale to format with for a language tag; also takes CLDR's form, ``en_GB``.

    Plain ``en`` is British, and a region that CLDR has no locale for is left out (``de-SE`` is ``de``).
    Raise :class:`FormatError` for a tag that is none, and for a language without formats in Babel: some
    locales (Southern Sami) are shells that would write the month as M03.
    """
    subtags = _subtags(tag)
    if subtags is None or subtags.language in NO_LANGUAGE:
        raise FormatError(msg("{tag} is not a language tag; write one like sv, en or pt-BR.", tag=tag))
    found = _closest_locale(subtags)
    if found is None or found.months["format"]["wide"][1] == NAMELESS_MONTH:
        raise FormatError(
            msg("There are no formats for {tag}; give it the locale of a related language, like fi.", tag=tag)
        )
    return found


def lookup(table: Mapping[str, Value], language: str) -> Value | None:
    """Return the entry for the language's locale (``en_GB``), else for its language (``en``), else None."""
    cldr = locale(language)
    return table.get(str(cldr), table.get(cldr.language))


@cache
def name_in(tag: str, language: str) -> str:
    """Return the name of language ``tag`` in ``language``, as within a sentence: ``engelska``, ``Englisch``.

    A name that CLDR lacks in that language is given in English, and failing that the tag itself.
    """
    return _name(tag, locale(language)) or _name(tag, locale("en")) or tag


@cache
def own_name(tag: str) -> str:
    """Return the name of language ``tag`` in itself, as a label: ``Svenska``, ``Deutsch``, ``العربية``."""
    subtags = _subtags(tag)
    own = _closest_locale(subtags) if subtags else None
    name = (subtags and OWN_NAMES.get(subtags.language)) or (own and _name(tag, own)) or name_in(tag, "en")
    # title() of one letter, as upper() would give Georgian letters that no text uses.
    return name[:1].title() + name[1:]


@cache
def in_language(tag: str, language: str) -> str:
    """Return that something is in language ``tag``: ``på engelska``, ``in English``, ``auf Englisch``.

    In languages whose words for it are not known here only the name: ``englanti``.
    """
    return (lookup(IN_LANGUAGE, language) or "{}").format(name_in(tag, language))


@cache
def direction(tag: str) -> Literal["ltr", "rtl"]:
    """Return ``rtl`` when the script that ``tag`` names or implies runs from right to left, else ``ltr``."""
    return "rtl" if _script(tag) in RIGHT_TO_LEFT.split() else "ltr"


def _cased(match: re.Match[str]) -> _Subtags:
    """Return the matched subtags in their usual case."""
    language, script, territory = (part or "" for part in match.group("language", "script", "territory"))
    return _Subtags(language.lower(), script.title(), territory.upper())


def _is_language(subtag: str) -> bool:
    """Tell whether a language subtag is registered, as far as CLDR lets us know."""
    modern = get_global("language_aliases").get(subtag)
    if len(subtag) == len("sv"):
        return modern is not None or subtag in Locale("en", "GB").languages
    return subtag in ENCOMPASSED.split() or modern is None or len(modern) != len("sv")


def _subtags(tag: str) -> _Subtags | None:
    """Return the subtags of a tag, outdated languages as today's (iw is he, prs is fa_AF), or None."""
    match = _TAG.fullmatch(tag.replace("_", "-"))
    if match is None or not is_language_tag(match.string):
        return None
    given = _cased(match)
    modern = str(get_global("language_aliases").get(given.language, given.language)).split("_")
    implied = _Subtags(
        modern[0],
        next((part for part in modern[1:] if part.istitle()), ""),
        next((part for part in modern[1:] if part.isupper()), ""),
    )
    return _Subtags(implied.language, given.script or implied.script, given.territory or implied.territory)


def _closest_locale(subtags: _Subtags) -> Locale | None:
    """Return Babel's locale for the subtags, or without the region, but never in another script."""
    language, script, _territory = subtags
    for name in (subtags.key(), _Subtags(language, script, "").key(), language):
        found = _known_locale(name)
        if found is not None and (not script or _script(str(found)) == script):
            return found
    return None


def _known_locale(name: str) -> Locale | None:
    """Return Babel's locale of that name or None."""
    try:
        return Locale.parse(LOCALES.get(name, name))
    except (ValueError, UnknownLocaleError):
        return None


def _script(tag: str) -> str | None:
    """Return the script a tag names, or the one its language is usually written in."""
    subtags = _subtags(tag)
    if subtags is None or subtags.script:
        return subtags.script if subtags else None
    likely = get_global("likely_subtags")
    for key in (subtags.key(), subtags.language):
        if key in likely:
            return str(likely[key]).split("_")[1]
    return None


def _name(tag: str, cldr: Locale) -> str | None:
    """Return CLDR's name of a language: the whole tag's if it has one (British English), else the language's.

    A script that is not the language's usual one is said: ``srpski (latinica)``.
    """
    subtags = _subtags(tag)
    if subtags is None:
        return None
    language, script, _territory = subtags
    whole = cldr.languages.get(subtags.key())
    name = cldr.languages.get(language)
    if whole or name is None or not script or script == _script(language):
        return whole or name
    return f"{name} ({cldr.scripts.get(script, script)})"
