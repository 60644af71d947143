"""The words of a language that carry values: months and weekdays from CLDR, the rest from small tables.

A language without a table here has its months and weekdays, and no words for numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from babel import Locale, UnknownLocaleError

from checks.languages import primary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# From 0 on; a slash parts words for the same number.
_CARDINALS: Final = {
    "sv": "noll ett/en två/båda/bägge tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton "
    "sexton sjutton arton nitton tjugo",
    "en": "zero one two/both three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty",
    "de": "null eins/ein/eine zwei/beide drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn "
    "vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
}
_ORDINALS: Final = {
    "sv": "- första/enda andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte",
    "en": "- first/once/single second/twice third fourth fifth sixth seventh eighth ninth tenth eleventh "
    "twelfth",
    "de": "- erste/einzige zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte",
}
_TENS: Final = {
    "sv": "trettio fyrtio femtio sextio sjuttio åttio nittio hundra tusen",
    "en": "thirty forty fifty sixty seventy eighty ninety hundred thousand",
    "de": "dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend",
}
_AFTER_TWENTY: Final = (30, 40, 50, 60, 70, 80, 90, 100, 1000)
# Words that stand behind a number and multiply it, by the power of ten.
_SCALES: Final = {
    "sv": {
        3: "tusen tkr tusental",
        6: "miljon miljoner miljonen mn mnkr mkr",
        9: "miljard miljarder mdr mdkr",
        12: "biljon biljoner",
    },
    "en": {
        3: "thousand",
        6: "million millions mn",
        9: "billion billions bn",
        12: "trillion trillions tn",
    },
    "de": {
        3: "tausend tsd",
        6: "million millionen mio",
        9: "milliarde milliarden mrd",
        12: "billion billionen",
    },
}
# Units that are never left out, by what they are in every language.
_UNITS: Final = {
    "%": "% procent procents percent pct prozent",
    "SEK": "sek kr kronor krona kronors kronan kronorna tkr mkr mnkr mdkr kronen",
    "EUR": "eur € euro euros euron",
    "USD": "usd $ dollar dollars us-dollar",
    "GBP": "gbp £ pund pounds pound pfund",
    "NOK": "nok",
    "DKK": "dkk",
    "CHF": "chf franken",
}
_UNITS_OF_TWO_WORDS: Final = {"per cent": "%", "vom hundert": "%", "us dollar": "USD", "us dollars": "USD"}
_MIDDAY: Final = {"sv": "middag", "en": "midday noon", "de": "mittag mittags"}
_MIDNIGHT: Final = {"sv": "midnatt", "en": "midnight", "de": "mitternacht"}
# Words that are months only beside a day or a year: "you may", "a march", a man called August.
_DOUBTFUL: Final = {"en": "may march august", "de": "august"}
_OTHER_WEEKDAYS: Final = {"de": {"sonnabend": 5}}
_NOON: Final = 12
_WIDE: Final = ("wide",)
_NARROWER: Final = ("abbreviated", "short")
_FIRST_COUNTED: Final = 2  # "en" and "one" are said without counting
_TELLING: Final = 3  # letters of a word that may begin with the name of a day
_SHORTEST_STEM: Final = 3  # letters of a number word that may begin a compound: tvåårig, dreistündig
_COMPOUNDING: Final = frozenset({"sv", "de"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the words of one language stand for; words are in lower case.

    ``months`` and ``weekdays`` hold abbreviations too; ``certain`` are the words among them that
    mean one wherever they stand.  ``counted`` are the number words that nothing but a number is
    meant by; ``compounds`` finds words that begin with one (*tvåårig*).
    """

    language: str
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    certain: frozenset[str] = frozenset()
    numbers: Mapping[str, int] = field(default_factory=dict)
    counted: frozenset[str] = frozenset()
    scales: Mapping[str, int] = field(default_factory=dict)
    times: Mapping[str, int] = field(default_factory=dict)
    compounds: re.Pattern[str] | None = None
    words: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()  # of weekdays, which words begin with: Freitagabend

    def knows(self, word: str) -> bool:
        """Return whether ``word`` may carry a value; false for nearly all words, at once."""
        return word in self.words or word[:_TELLING] in self.starts


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language tag; an empty one for a language that CLDR does not know."""
    tag = primary(language.replace("_", "-"))
    try:
        cldr = Locale.parse(tag)
    except (UnknownLocaleError, ValueError):
        return Vocabulary(tag)
    named = _named(cldr.months, _NARROWER) | _named(cldr.days, _NARROWER)
    months, weekdays = _named(cldr.months, _WIDE), _named(cldr.days, _WIDE) | _OTHER_WEEKDAYS.get(tag, {})
    numbers = _numbers(tag)
    times = dict.fromkeys(_MIDDAY.get(tag, "").split(), _NOON)
    times |= dict.fromkeys(_MIDNIGHT.get(tag, "").split(), 0)
    return Vocabulary(
        tag,
        months=_named(cldr.months, _NARROWER) | months,
        weekdays=_named(cldr.days, _NARROWER) | weekdays,
        certain=frozenset(months | weekdays) - frozenset(_DOUBTFUL.get(tag, "").split()),
        numbers=numbers,
        counted=frozenset(_first_words(_CARDINALS, tag)[_FIRST_COUNTED:] + _first_words(_ORDINALS, tag)[1:]),
        scales={word: power for power, words in _SCALES.get(tag, {}).items() for word in words.split()},
        times=times,
        compounds=_compounds(numbers) if tag in _COMPOUNDING else None,
        words=frozenset((*named, *months, *weekdays, *numbers, *times)),
        starts=frozenset(name[:_TELLING] for name in weekdays),
    )


@cache
def units() -> Mapping[str, str]:
    """Return what the words and signs for percent and currencies stand for, in all languages at once."""
    table = {word: unit for unit, words in _UNITS.items() for word in words.split()}
    return table | _UNITS_OF_TWO_WORDS


def _named(names: Mapping[str, Mapping[str, Mapping[int, str]]], widths: Iterable[str]) -> dict[str, int]:
    """Return number by name, without the dot of an abbreviation; names that are no words are left out."""
    return {
        name.rstrip(".").lower(): number
        for context in ("format", "stand-alone")
        for width in widths
        for number, name in names[context].get(width, {}).items()
        if name.rstrip(".").isalpha()
    }


def _first_words(table: Mapping[str, str], tag: str) -> list[str]:
    """Return the words for 0, 1, 2 …, of several the first."""
    return [words.split("/")[0] for words in table.get(tag, "").split()]


def _numbers(tag: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for table in (_CARDINALS, _ORDINALS):
        for number, words in enumerate(table.get(tag, "").split()):
            found |= {word: number for word in words.split("/") if word != "-"}
    return found | dict(zip(_TENS.get(tag, "").split(), _AFTER_TWENTY, strict=False))


def _compounds(numbers: Mapping[str, int]) -> re.Pattern[str]:
    """Return the pattern of words that begin with a number word, the longest first."""
    stems = sorted((word for word in numbers if len(word) >= _SHORTEST_STEM), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(stems)})\w", re.IGNORECASE)
