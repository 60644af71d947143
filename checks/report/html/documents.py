"""The three verdicts on each document, in words and with what was found for each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.model import Outcome
from checks.report.grounds import NAMES, ground_of, in_words
from checks.report.html.kinds import counts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from checks.model import Finding, Ground, Report
    from pipeline.model import Message

LISTED: Final = 500  # documents with a table each
_URGENCY: Final = (Outcome.FAILED, Outcome.CANNOT_TELL, Outcome.INAPPLICABLE, Outcome.PASSED)


class Row(NamedTuple):
    """One verdict: its name, what it is in words, and how many findings of each kind there are.

    ``state`` is "failed", "review" or "passed".
    """

    name: str
    state: str
    result: str
    counts: Mapping[str, int]


def documents(report: Report, translate: Callable[[Message], str]) -> list[tuple[str, list[Row]]]:
    """Return each document with the verdicts on it, those first that have something to mend."""
    found = _by_verdict(report)
    judged = sorted(report.verdicts.items(), key=lambda one: (_urgency(one[1].values()), one[0]))
    return [
        (path, [_row(ground, outcome, found[path, ground], translate) for ground, outcome in one.items()])
        for path, one in judged[:LISTED]
    ]


def _by_verdict(report: Report) -> Mapping[tuple[str, Ground], list[Finding]]:
    found: defaultdict[tuple[str, Ground], list[Finding]] = defaultdict(list)
    for finding in report.findings:
        ground = ground_of(finding, report)
        if ground is not None:
            found[finding.place.location.path, ground].append(finding)
    return found


def _urgency(verdicts: Iterable[Outcome]) -> int:
    return min(map(_URGENCY.index, verdicts))


def _row(
    ground: Ground, outcome: Outcome, findings: Iterable[Finding], translate: Callable[[Message], str]
) -> Row:
    state = outcome.value if outcome in {Outcome.PASSED, Outcome.FAILED} else "review"
    return Row(translate(NAMES[ground]), state, translate(in_words(ground, outcome)), counts_of(findings))
