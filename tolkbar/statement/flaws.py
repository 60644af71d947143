"""What the rules found → what of it a statement must list: whom it hurts, where, accepted until when."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from checks.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from checks.model import AnyRule, Finding, Report
    from checks.requirements import Standard


class Situation(StrEnum):
    """How somebody uses a site, in the order of EN 301 549, 4.2; Digg's template has the same ten."""

    WITHOUT_VISION = "without-vision"
    LIMITED_VISION = "limited-vision"
    WITHOUT_COLOUR = "without-colour"
    WITHOUT_HEARING = "without-hearing"
    LIMITED_HEARING = "limited-hearing"
    WITHOUT_VOICE = "without-voice"
    LIMITED_MANIPULATION = "limited-manipulation"
    LIMITED_REACH = "limited-reach"
    PHOTOSENSITIVE = "photosensitive"
    LIMITED_COGNITION = "limited-cognition"


class Spot(NamedTuple):
    """What a file of the candidate is: a page or a document of the source, in one edition."""

    name: str
    language: str
    is_document: bool = False


class Accepted(NamedTuple):
    """Until when a person accepts a fault, and why; a baseline gives no reason."""

    until: date
    reason: str


class Flaw(NamedTuple):
    """A rule that is not met everywhere: the numbers of its ``criteria``, whom that hurts, and where.

    ``pages`` are the languages in which each page has the fault; ``documents`` are paths below
    ``source/documents``.  What different waivers cover are different flaws.
    """

    rule: AnyRule
    criteria: tuple[str, ...]
    situations: tuple[Situation, ...]
    accepted: Accepted | None
    pages: Mapping[str, frozenset[str]]
    documents: tuple[str, ...]


def flaws(report: Report, spots: Mapping[str, Spot]) -> list[Flaw]:
    """Return what a statement must list of ``report``; ``spots`` are the files of the candidate.

    That is what failed a criterion of level A or AA: the law asks for no other, and what rules cannot
    tell is a question, no fault.  In the order of the situations, then of the criteria.
    """
    found: defaultdict[tuple[str, Accepted | None], list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding.outcome is Outcome.FAILED and _criteria(finding.rule, report.standard):
            found[finding.rule.id, _accepted(finding)].append(finding)
    listed = (_flaw(same, accepted, report.standard, spots) for (_, accepted), same in found.items())
    return sorted(listed, key=_order)


def _criteria(rule: AnyRule, standard: Standard) -> tuple[str, ...]:
    return tuple(one.number for one in rule.criteria(standard) if one.level != "AAA")


def _accepted(finding: Finding) -> Accepted | None:
    waiver = finding.waiver
    return None if waiver is None else Accepted(waiver.until, waiver.reason if waiver.who else "")


def _flaw(
    findings: list[Finding], accepted: Accepted | None, standard: Standard, spots: Mapping[str, Spot]
) -> Flaw:
    rule = findings[0].rule
    criteria = _criteria(rule, standard)
    where = {spots[path] for one in findings if (path := one.place.location.path) in spots}
    pages: defaultdict[str, set[str]] = defaultdict(set)
    for spot in where:
        if not spot.is_document:
            pages[spot.name].add(spot.language)
    return Flaw(
        rule,
        criteria,
        situations(rule.id, criteria),
        accepted,
        {name: frozenset(pages[name]) for name in sorted(pages)},
        tuple(sorted({spot.name for spot in where if spot.is_document})),
    )


def _order(flaw: Flaw) -> tuple[object, ...]:
    first = list(Situation).index(flaw.situations[0])
    numbers = [int(part) for part in flaw.criteria[0].split(".")]
    return first, numbers, flaw.rule.id, flaw.accepted is not None, flaw.accepted or ()


def situations(rule: str, criteria: Iterable[str]) -> tuple[Situation, ...]:
    """Return the situations that a fault against a rule and its criteria touches, the worst hit first."""
    table = situation_table()
    touched = table["rules"].get(rule) or [one for number in criteria for one in table["criteria"][number]]
    return tuple(map(Situation, dict.fromkeys(touched)))


@cache
def situation_table() -> Mapping[str, Mapping[str, list[str]]]:
    """Return the situations by criterion, and by rule where a rule has its own, as they are written down."""
    return tomllib.loads(Path(__file__).with_name("situations.toml").read_text(encoding="utf-8"))
