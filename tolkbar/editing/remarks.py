"""What the rules would say of a translation that has not been saved yet.

The rules run as they are, on a catalog that holds nothing but the one entry, and beside it the
entries elsewhere that it must agree with: so they take milliseconds, whatever the size of the site.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from checks.engine import Engine
from checks.model import Outcome, Severity
from checks.subjects import Catalog, Catalogs, together
from pipeline.po import FUZZY
from tolkbar.editing.chips import named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from checks.model import Finding
    from pipeline import po
    from pipeline.model import Message
    from tolkbar.editing.chips import Chip

    Say = Callable[[Message], str]


class Remark(Struct, frozen=True):
    """What is said of a translation; ``weight`` is ``blocking``, ``advisory`` or ``review``.

    ``rule`` is empty for what keeps it from being saved at all.
    """

    sentence: str
    weight: str
    rule: str = ""
    title: str = ""


def alone(catalog: Catalog, *entries: po.Entry) -> Catalog:
    """Return ``catalog`` as if it held ``entries`` and no others."""
    return replace(catalog, content=replace(catalog.content, entries=entries))


def written(entry: po.Entry, strings: tuple[str, ...], *, fuzzy: bool = False) -> po.Entry:
    """Return ``entry`` translated by ``strings``, and ``fuzzy`` or not."""
    flags = tuple(flag for flag in entry.flags if flag != FUZZY) + (FUZZY,) * fuzzy
    if entry.plural is None:
        return entry.change(msgstr=strings[0], flags=flags)
    return entry.change(plural_strings=strings, flags=flags)


def related(entry: po.Entry, catalog: Catalog, catalogs: Iterable[Catalog]) -> Iterator[Catalog]:
    """Yield ``catalogs`` with only what ``entry`` of ``catalog`` is compared with.

    That is the same text elsewhere, and whatever else has the same translation.
    """
    msgid, msgstr = entry.msgid, entry.msgstr
    for other in catalogs:
        alike = [each for each in other.content.entries if each.msgid == msgid or each.msgstr == msgstr]
        own = entry.key if other.path == catalog.path else None
        if found := tuple(each for each in alike if each.key != own and not each.obsolete):
            yield alone(other, *found)


def remarks(
    catalog: Catalog, entry: po.Entry, others: Iterable[Catalog], known: tuple[Chip, ...], say: Say
) -> tuple[Remark, ...]:
    """Return what is found in ``entry`` of ``catalog``, the gravest first; ``others`` are :func:`related`."""
    one = alone(catalog, entry)
    subjects = (one, together(catalog.language, (*others, one)))
    results = chain.from_iterable(_engine().examine(subject) for subject in subjects)
    findings = [finding for result in results for finding in result.findings]
    mine = dict.fromkeys(
        _remark(finding, known, say) for finding in findings if _is_about(finding, catalog, entry)
    )
    return tuple(sorted(mine, key=lambda remark: _ORDER.index(remark.weight)))


_ORDER = ("blocking", "advisory", "review")


def _is_about(finding: Finding, catalog: Catalog, entry: po.Entry) -> bool:
    place = finding.place.location
    return place.path == catalog.path and place.line == max(entry.line, 1)


def _remark(finding: Finding, known: tuple[Chip, ...], say: Say) -> Remark:
    if finding.outcome is Outcome.CANNOT_TELL:
        weight = "review"
    else:
        weight = "blocking" if finding.severity is Severity.BLOCKING else "advisory"
    return Remark(say(named(finding.message, known)), weight, finding.rule.id, say(finding.rule.title))


@cache
def _engine() -> Engine:
    """Return the engine with the rules on catalogs, whatever family they are of."""
    from checks.registry import RULES  # noqa: PLC0415 - all rules there are; for those who translate

    return Engine([rule for rule in RULES if rule.subject in {Catalog, Catalogs}], lambda _: None)
