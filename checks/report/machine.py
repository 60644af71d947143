"""The report as JSON: stable order, the same bytes for the same input."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from checks.report._json import Each, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from checks.model import AnyRule, Finding, Report
    from checks.requirements import Standard
    from checks.waiver import Waiver
    from pipeline.model import Location, Message, Trace

    Requirements = dict[str, list[str]]


def stream(report: Report, version: str, translate: Callable[[Message], str] = str) -> Iterator[str]:
    """Return ``report`` as ``tolkbar check --format json`` writes it, with the tool's ``version``."""
    needs = {rule.id: requirements_of(rule, report.standard) for rule in report.rules}
    document: dict[str, Any] = {
        "tolkbar": version,
        "gate": report.gate,
        "standard": report.standard,
        "subjects": dict(report.subjects),
        "findings": Each(partial(value_of, needs=needs, translate=translate), report.findings),
        "rules": [_rule(rule, needs[rule.id], translate) for rule in report.rules],
    }
    if report.verdicts:
        document["verdicts"] = report.verdicts
    if report.outcomes:
        document["outcomes"] = report.outcomes
    return pieces(document)


def value_of(
    finding: Finding, needs: Mapping[str, Requirements], translate: Callable[[Message], str]
) -> dict[str, Any]:
    """Return a finding as it stands in the report; ``needs`` are the requirements of its rule, and others."""
    place = finding.place
    return {
        "rule": finding.rule.id,
        "family": finding.rule.family,
        "verdict": finding.rule.ground,
        "outcome": finding.outcome,
        "severity": finding.severity,
        "message": translate(finding.message),
        "path": place.location.path,
        "line": place.location.line,
        "column": place.location.column,
        "selector": place.selector,
        "trace": _trace(place.trace),
        "requirements": needs[finding.rule.id],
        "localizationQualityIssueType": finding.rule.quality,
        "waiver": _waiver(finding.waiver),
    }


def _rule(rule: AnyRule, needs: Requirements, translate: Callable[[Message], str]) -> dict[str, Any]:
    return {
        "id": rule.id,
        "family": rule.family,
        "verdict": rule.ground,
        "title": translate(rule.title),
        "severity": rule.severity,
        "requirements": needs,
        "localizationQualityIssueType": rule.quality,
    }


def requirements_of(rule: AnyRule, standard: Standard) -> Requirements:
    """Return what asks for a rule, by who says so."""
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
