"""The report as EARL 1.0 in JSON-LD: what each rule concluded about each subject, for machines of others.

Evaluation and Report Language 1.0, https://www.w3.org/TR/EARL10-Schema/; places are pointers of
https://www.w3.org/TR/Pointers-in-RDF10/.  It is also the form in which W3C takes in what a tool
concludes about the test cases of ACT rules.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from checks.model import Outcome
from checks.report._json import Each, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from checks.model import AnyRule, Finding, Report
    from checks.requirements import Standard
    from pipeline.model import Message

CONTEXT: Final = {
    "@vocab": "http://www.w3.org/ns/earl#",
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "ptr": "http://www.w3.org/2009/pointers#",
    "WCAG2": "http://www.w3.org/TR/WCAG21/#",
    "name": "doap:name",
    "release": "doap:release",
    "revision": "doap:revision",
    "title": "dct:title",
    "description": "dct:description",
    "source": "dct:source",
    "assertions": {"@reverse": "subject"},
    "assertedBy": {"@type": "@id"},
    "mode": {"@type": "@id"},
    "outcome": {"@type": "@id"},
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
}
ASSERTOR: Final = "_:tolkbar"
OUTCOMES: Final = {
    Outcome.PASSED: "earl:passed",
    Outcome.FAILED: "earl:failed",
    Outcome.CANNOT_TELL: "earl:cantTell",
    Outcome.INAPPLICABLE: "earl:inapplicable",
}


def stream(report: Report, version: str, translate: Callable[[Message], str] = str) -> Iterator[str]:
    """Return ``report``, which keeps its outcomes, with the tool's ``version`` as assertor."""
    rules = {rule.id: rule for rule in report.rules}
    tests = {name: _test(rule, report.standard, translate) for name, rule in rules.items()}
    findings = _by_test(report.findings)
    subject = partial(_subject, tests=tests, findings=findings, translate=translate)
    assertor = {
        "@id": ASSERTOR,
        "@type": ["Assertor", "Software"],
        "name": "Tolkbar",
        "release": {"revision": version},
    }
    graph = Each(lambda one: one if one is assertor else subject(one), [assertor, *report.outcomes.items()])
    return pieces({"@context": CONTEXT, "@graph": graph})


def criterion_id(name: str) -> str:
    """Return what WCAG calls a criterion in its addresses: ``Name, Role, Value`` is ``name-role-value``."""
    return re.sub(r"[^a-z]+", "-", name.lower()).strip("-")


def _by_test(findings: Iterable[Finding]) -> Mapping[tuple[str, str], list[Finding]]:
    """Return the findings by subject and rule."""
    sorted_out: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        sorted_out.setdefault((finding.place.location.path, finding.rule.id), []).append(finding)
    return sorted_out


def _subject(
    judged: tuple[str, Mapping[str, Outcome]],
    tests: Mapping[str, dict[str, Any]],
    findings: Mapping[tuple[str, str], list[Finding]],
    translate: Callable[[Message], str],
) -> dict[str, Any]:
    path, outcomes = judged
    assertions = [
        _assertion(tests[name], outcome, findings.get((path, name), ()), translate)
        for name, outcome in outcomes.items()
    ]
    return {"@type": "TestSubject", "source": path, "assertions": assertions}


def _assertion(
    test: dict[str, Any], outcome: Outcome, findings: Iterable[Finding], translate: Callable[[Message], str]
) -> dict[str, Any]:
    result: dict[str, Any] = {"@type": "TestResult", "outcome": OUTCOMES[outcome]}
    if pointers := [_pointer(finding, translate) for finding in findings]:
        result["pointer"] = pointers
    return {
        "@type": "Assertion",
        "assertedBy": ASSERTOR,
        "mode": "earl:automatic",
        "test": test,
        "result": result,
    }


def _test(rule: AnyRule, standard: Standard, translate: Callable[[Message], str]) -> dict[str, Any]:
    return {
        "@type": "TestCase",
        "title": rule.id,
        "description": translate(rule.title),
        "isPartOf": [f"WCAG2:{criterion_id(criterion.name)}" for criterion in rule.criteria(standard)],
    }


def _pointer(finding: Finding, translate: Callable[[Message], str]) -> dict[str, Any]:
    location = finding.place.location
    return {
        "@type": "ptr:LineCharPointer",
        "ptr:lineNumber": location.line,
        "ptr:charNumber": location.column,
        "description": translate(finding.message),
    }
