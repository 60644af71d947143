"""Numbers, dates, times and telephone numbers are the same in a translation, however it writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.equivalence import LONGEST, Difference, compare, read
from checks.languages import primary
from checks.model import PASSED, CannotTell, Failed, Quality, Severity, Verdict
from checks.translations._rule import OnTranslations
from checks.values.telephone import HOMES, SWEDEN
from checks.values.wording import WORD, plain
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checks.equivalence import Value
    from checks.subjects import Translation


class ValuesKept(OnTranslations):
    """A wrong number sends people to the wrong room, at the wrong time, with the wrong amount.

    Write the value that the source has, in the way of the language: 682,4 is 682.4 in English,
    kl. 9.00 is 9am, 021-39 26 36 is +46 21 39 26 36. Where the source is wrong, mend the source.
    """

    id = "values-kept"
    title = msg("Numbers, dates and times are those of the source text")
    severity = Severity.BLOCKING
    quality = Quality.NUMBERS

    def concerns(self, translation: Translation) -> bool:
        """Tell whether either side has a value, or is too long to know."""
        return _is_too_long(translation) or any(_values(translation))

    def expectation(self, translation: Translation) -> Verdict:
        """Require every value of the source, and no other."""
        if _is_too_long(translation):
            return CannotTell(msg("The text is too long to be compared. Compare its numbers by hand."))
        difference = _without_names(compare(*_values(translation)), translation)
        return Failed(_message(difference)) if difference else PASSED


def _is_too_long(translation: Translation) -> bool:
    return max(len(translation.msgid), len(translation.msgstr)) > LONGEST


def _values(translation: Translation) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    source, language = translation.source, translation.language
    homes = (HOMES.get(primary(source), SWEDEN), HOMES.get(primary(language), SWEDEN))
    regions = tuple(dict.fromkeys(homes))
    return read(plain(translation.msgid), source, regions), read(plain(translation.msgstr), language, regions)


def _without_names(difference: Difference, translation: Translation) -> Difference:
    """Return what differs but for words that stand on both sides, as Chiang Mai does: they are names."""
    source, text = (frozenset(WORD.findall(side)) for side in (translation.msgid, translation.msgstr))
    lost = tuple(value for value in difference.lost if value.written not in text)
    return Difference(lost, tuple(value for value in difference.added if value.written not in source))


def _message(difference: Difference) -> Message:
    lost, added = _quoted(difference.lost), _quoted(difference.added)
    if not added:
        return msg("{lost} is missing from the translation. Write the same value.", lost=lost)
    if not lost:
        return msg("The source text does not say {added}. Remove it, or correct it.", added=added)
    return msg(
        "The source text says {lost}, the translation {added}. Write the same value.", lost=lost, added=added
    )


def _quoted(values: Iterable[Value]) -> str:
    return ", ".join(dict.fromkeys(value.written for value in values))
