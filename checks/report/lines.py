"""The report as JSON Lines: a finding a line, as in JSON, and last a line that sums up.

Lines can be written while subjects are judged, and nothing need be kept of them.  Without its last line,
which alone has ``gate``, a report was cut short.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from checks.model import Outcome
from checks.report._json import line
from checks.report.machine import requirements_of, value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checks.model import AnyRule, Finding, Report
    from checks.requirements import Standard
    from pipeline.model import Message

_ACCEPTED = "accepted"


class Lines:
    """Writes one report, and counts what it has written."""

    def __init__(self, standard: Standard, version: str, translate: Callable[[Message], str] = str) -> None:
        """Have written nothing yet; ``version`` is that of the tool."""
        self._standard = standard
        self._version = version
        self._translate = translate
        self._needs: dict[str, dict[str, list[str]]] = {}
        self._counts: Counter[tuple[str, str]] = Counter()

    def finding(self, finding: Finding) -> str:
        """Return the line of a finding."""
        rule = finding.rule
        if rule.id not in self._needs:
            self._needs[rule.id] = requirements_of(rule, self._standard)
        self._counts[rule.id, _ACCEPTED if finding.waiver else finding.outcome] += 1
        return line(value_of(finding, self._needs, self._translate))

    def summary(self, report: Report) -> str:
        """Return the last line: the gate, what was judged, and how often each rule that ran found something.

        ``failed`` and ``cannotTell`` do not count what people have accepted.
        """
        value: dict[str, Any] = {
            "tolkbar": self._version,
            "gate": report.gate,
            "standard": report.standard,
            "subjects": dict(report.subjects),
            "findings": self._counts.total(),
            "rules": list(map(self._counted, report.rules)),
        }
        if report.verdicts:
            value["verdicts"] = report.verdicts
        return line(value)

    def _counted(self, rule: AnyRule) -> dict[str, Any]:
        kinds = (Outcome.FAILED, Outcome.CANNOT_TELL, _ACCEPTED)
        return {
            "id": rule.id,
            "severity": rule.severity,
            **{kind: self._counts[rule.id, kind] for kind in kinds},
        }


def stream(report: Report, version: str, translate: Callable[[Message], str] = str) -> Iterator[str]:
    """Yield the lines of a report that is complete."""
    lines = Lines(report.standard, version, translate)
    yield from map(lines.finding, report.findings)
    yield lines.summary(report)
