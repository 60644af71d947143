"""The report as SARIF 2.1.0 (OASIS): code hosts show each finding beside the line to edit.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html;
numbers in the docstrings are its sections.
"""

from __future__ import annotations

from functools import partial
from hashlib import blake2b
from posixpath import join
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from checks.model import Outcome, Severity
from checks.report._json import Each, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from checks.model import AnyRule, Finding, Report
    from checks.requirements import Standard
    from pipeline.model import Location, Message

    Translate = Callable[[Message], str]

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT: Final = "SRCROOT"  # what paths are relative to: the folder of the code host
_LEVELS: Final = {Severity.BLOCKING: "error", Severity.ADVISORY: "warning"}


def stream(
    report: Report, version: str, translate: Translate = str, language: str = "en", folder: str = ""
) -> Iterator[str]:
    """Return ``report`` with the tool's ``version``; ``language`` is that of ``translate``'s sentences.

    ``folder`` is where the report's paths begin, from where the code host looks.
    """
    numbers = {rule.id: number for number, rule in enumerate(report.rules)}
    driver = {
        "name": "Tolkbar",
        "semanticVersion": version,
        "language": language,
        "rules": [_rule(rule, report.standard, translate) for rule in report.rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": Each(
            partial(_result, numbers=numbers, translate=translate, folder=folder), report.findings
        ),
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return pieces(document)


def _rule(rule: AnyRule, standard: Standard, translate: Translate) -> dict[str, Any]:
    """Return a reporting descriptor (3.49)."""
    return {
        "id": rule.id,
        "name": type(rule).__name__,
        "shortDescription": {"text": translate(rule.title)},
        "fullDescription": {"text": translate(rule.why)},
        "help": {"text": "\n\n".join(map(translate, rule.remedy)) or translate(rule.why)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": _tags(rule, standard)} | ({"verdict": rule.ground} if rule.ground else {}),
    }


def _tags(rule: AnyRule, standard: Standard) -> list[str]:
    return [
        rule.family,
        *(f"WCAG {criterion.number}" for criterion in rule.criteria(standard)),
        *(f"EN 301 549 {clause}" for clause in rule.clauses(standard)),
        *(f"ACT {act}" for act in rule.act),
        *(f"PDF/UA {test}" for test in rule.pdfua),
    ]


def _result(
    finding: Finding, numbers: Mapping[str, int], translate: Translate, folder: str
) -> dict[str, Any]:
    """Return a result (3.27): what only a person can tell is a review and has no level (3.27.9)."""
    is_question = finding.outcome is Outcome.CANNOT_TELL
    edit, seen = finding.edit, finding.place.location
    location: dict[str, Any] = {"physicalLocation": _place(edit, folder)}
    if finding.place.selector:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.place.selector}]
    result = {
        "ruleId": finding.rule.id,
        "ruleIndex": numbers[finding.rule.id],
        "kind": "review" if is_question else "fail",
        "level": "none" if is_question else _LEVELS[finding.severity],
        "message": {"text": translate(finding.message)},
        "locations": [location],
        "partialFingerprints": {"tolkbar/v1": _fingerprint(finding)},
    }
    if seen != edit:
        result["relatedLocations"] = [{"id": 1, "physicalLocation": _place(seen, folder)}]
    if finding.waiver:
        result["suppressions"] = [{"kind": "external", "justification": finding.waiver.reason}]
    return result


def _place(location: Location, folder: str) -> dict[str, Any]:
    """Return a physical location (3.29)."""
    return {
        "artifactLocation": {"uri": quote(join(folder, location.path)), "uriBaseId": _ROOT},
        "region": {"startLine": location.line, "startColumn": location.column},
    }


def _fingerprint(finding: Finding) -> str:
    """Return what stays the same for the same fault while lines come and go around it (3.27.17)."""
    place = finding.place
    unit = place.trace.unit if place.trace else place.selector or ""
    known = (finding.rule.id, place.location.path, unit, str(finding.message))
    return blake2b("\0".join(known).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
