"""A catalog has the plural forms of its language, and each entry has them all."""

from __future__ import annotations

import gettext
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from babel.core import Locale, UnknownLocaleError

from checks.model import PASSED, Failed, Quality, Severity, Verdict
from checks.translations._rule import OnHeaders
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.subjects import Header

_FORMS: Final = re.compile(r"\s*nplurals\s*=\s*(\d{1,3})\s*;\s*plural\s*=\s*(.+?)\s*;?\s*", re.DOTALL)
_TRIED: Final = 201  # numbers that a plural rule is tried with: every known rule repeats by then
_WITH_MILLIONS: Final = frozenset(
    {"ca", "es", "fr", "it", "pt"}
)  # CLDR has a third form for them, gettext two


class PluralForms(OnHeaders):
    """With a wrong plural rule pages say "1 Dateien", or nothing at all.

    Write the rule of the language into the header; for Swedish, English and German it is
    nplurals=2; plural=(n != 1);. Then translate every form that an entry has.
    """

    id = "plural-forms"
    title = msg("Catalogs have the plural forms of their language")
    severity = Severity.BLOCKING
    quality = Quality.GRAMMAR

    def concerns(self, header: Header) -> bool:
        """Tell whether the catalog has plural forms, or says how."""
        return "Plural-Forms" in header.fields or _has_plural(header)

    def expectation(self, header: Header) -> Verdict:
        """Require a rule that works and that is the language's, and as many forms as it has."""
        written = header.fields.get("Plural-Forms")
        if written is None:
            return Failed(msg("The header has no Plural-Forms. Add the rule of the language."))
        found = _FORMS.fullmatch(written)
        rule = _rule(found[2]) if found else None
        if found is None or rule is None:
            return Failed(
                msg("The Plural-Forms cannot be read: {written}. Write the rule anew.", written=written)
            )
        return _judge(header, int(found[1]), rule)


def _judge(header: Header, number: int, rule: Callable[[int], int]) -> Verdict:
    try:
        results = {rule(n) for n in range(_TRIED)}
    except (ArithmeticError, ValueError):
        return Failed(msg("The plural rule divides by zero. Write it anew."))
    if not results <= set(range(number)):
        return Failed(
            msg("The plural rule asks for a form that nplurals does not have. Correct one of the two.")
        )
    if number not in _expected(header.catalog.language, number):
        return Failed(
            msg(
                "nplurals={number} is not what the language {language} has. Write its own rule.",
                number=number,
                language=header.catalog.language,
            )
        )
    for entry in header.catalog.content.active:
        if entry.plural is not None and len(entry.plural_strings) not in (0, number):
            return Failed(
                msg(
                    "The entry on line {line} has {found} plural forms, the header says {number}. "
                    "Correct one of the two.",
                    line=entry.line,
                    found=len(entry.plural_strings),
                    number=number,
                )
            )
    return PASSED


def _has_plural(header: Header) -> bool:
    return any(entry.plural is not None for entry in header.catalog.content.active)


@cache
def _rule(expression: str) -> Callable[[int], int] | None:
    """Return the plural rule as gettext reads it, or None."""
    try:
        return gettext.c2py(expression)
    except ValueError:
        return None


@cache
def _expected(language: str, number: int) -> frozenset[int]:
    """Return how many forms the language may have; ``number`` itself where nobody knows."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return frozenset({number})
    from babel.messages.plurals import get_plural  # noqa: PLC0415 - for those who judge catalogs

    forms = get_plural(locale).num_plurals
    return frozenset({forms, 2, 3}) if locale.language in _WITH_MILLIONS else frozenset({forms})
