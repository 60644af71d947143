"""The report as GitHub's workflow commands: each finding beside the line to edit."""

from __future__ import annotations

from posixpath import join
from typing import TYPE_CHECKING

from checks.model import Outcome, Severity
from checks.report.grounds import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.model import AnyRule, Finding, Report
    from pipeline.model import Location, Message

# What would end a value or a command early, as GitHub's own toolkit escapes it.
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_VALUE = _IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: Report, translate: Callable[[Message], str] = str, folder: str = "") -> str:
    """Return one command a line, what failed before what a person must judge: GitHub shows only the first.

    What somebody has accepted is not shown.  ``folder`` is where the report's paths begin, from where
    GitHub looks.
    """
    open_ones = (finding for finding in report.findings if finding.waiver is None)
    findings = sorted(open_ones, key=lambda finding: finding.outcome is Outcome.CANNOT_TELL)
    return "".join(_command(finding, translate, folder) for finding in findings)


def _command(finding: Finding, translate: Callable[[Message], str], folder: str) -> str:
    title = _title(finding.rule, translate)
    return _line(_level(finding), finding.edit, title, translate(finding.message), folder)


def stopped(place: Location, message: str, folder: str = "") -> str:
    """Return the command for what must be mended before anything can be judged."""
    return _line("error", place, "tolkbar", message, folder)


def _line(level: str, place: Location, title: str, message: str, folder: str) -> str:
    values = {"file": join(folder, place.path), "line": place.line, "col": place.column, "title": title}
    fields = ",".join(f"{name}={str(value).translate(_IN_VALUE)}" for name, value in values.items())
    return f"::{level} {fields}::{message.translate(_IN_TEXT)}\n"


def _title(rule: AnyRule, translate: Callable[[Message], str]) -> str:
    """Return the name of a rule; of one on documents, with the verdict that it belongs to."""
    return rule.id if rule.ground is None else f"{rule.id} ({translate(NAMES[rule.ground])})"


def _level(finding: Finding) -> str:
    if finding.outcome is Outcome.CANNOT_TELL:
        return "notice"
    return "error" if finding.severity is Severity.BLOCKING else "warning"
