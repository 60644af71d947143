"""The report as JSON: stable order, the same bytes for the same input."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.model import AnyRule, Finding, Report
    from checks.requirements import Standard
    from checks.waiver import Waiver
    from pipeline.model import Location, Message, Trace


def render(report: Report, version: str, translate: Callable[[Message], str] = str) -> str:
    """Return ``report`` as ``tolkbar check --format json`` writes it, with the tool's ``version``."""
    document: dict[str, Any] = {
        "tolkbar": version,
        "gate": report.gate,
        "standard": report.standard,
        "subjects": dict(report.subjects),
        "findings": [_finding(finding, report.standard, translate) for finding in report.findings],
        "rules": [_rule(rule, report.standard, translate) for rule in report.rules],
    }
    if report.outcomes:
        document["outcomes"] = report.outcomes
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, standard: Standard, translate: Callable[[Message], str]) -> dict[str, Any]:
    place = finding.place
    return {
        "rule": finding.rule.id,
        "family": finding.rule.family,
        "outcome": finding.outcome,
        "severity": finding.severity,
        "message": translate(finding.message),
        "path": place.location.path,
        "line": place.location.line,
        "column": place.location.column,
        "selector": place.selector,
        "trace": _trace(place.trace),
        "requirements": _requirements(finding.rule, standard),
        "localizationQualityIssueType": finding.rule.quality,
        "waiver": _waiver(finding.waiver),
    }


def _rule(rule: AnyRule, standard: Standard, translate: Callable[[Message], str]) -> dict[str, Any]:
    return {
        "id": rule.id,
        "family": rule.family,
        "title": translate(rule.title),
        "severity": rule.severity,
        "requirements": _requirements(rule, standard),
        "localizationQualityIssueType": rule.quality,
    }


def _requirements(rule: AnyRule, standard: Standard) -> dict[str, list[str]]:
    return {
        "wcag": [criterion.number for criterion in rule.criteria(standard)],
        "en301549": rule.clauses(standard),
        "act": list(rule.act),
        "pdfua": list(rule.pdfua),
    }


def _waiver(waiver: Waiver | None) -> dict[str, Any] | None:
    if waiver is None:
        return None
    return {"reason": waiver.reason, "until": waiver.until.isoformat(), "who": waiver.who}


def _trace(trace: Trace | None) -> dict[str, Any] | None:
    if trace is None:
        return None
    return {"unit": trace.unit, "catalog": _location(trace.catalog), "source": _location(trace.source)}


def _location(location: Location | None) -> dict[str, Any] | None:
    return None if location is None else {"path": location.path, "line": location.line}
