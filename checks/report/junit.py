"""The report as JUnit's XML, which every CI server shows: each rule a suite, each finding a failed case.

The form is that of the xunit plug-in's ``junit-10.xsd``, which Jenkins, GitLab and others read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from checks.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checks.model import AnyRule, Finding, Report
    from pipeline.model import Message

    Translate = Callable[[Message], str]

# What XML 1.0 (2.2) has no way to write.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(report: Report, translate: Translate = str) -> str:
    """Return ``report``: a rule without findings is a case that passed.

    Skipped are open questions, and what somebody has accepted.
    """
    by_rule: dict[str, list[Finding]] = {rule.id: [] for rule in report.rules}
    for finding in report.findings:
        by_rule[finding.rule.id].append(finding)
    suites = Element("testsuites", {"name": "tolkbar"} | _counts(report.findings, by_rule.values()))
    for rule in report.rules:
        found = by_rule[rule.id]
        suite = SubElement(suites, "testsuite", {"name": rule.id} | _counts(found, [found]))
        if found:
            suite.extend(_case(finding, translate) for finding in found)
        else:
            suite.append(_passed(rule, translate))
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _counts(findings: Sequence[Finding], by_rule: Iterable[Sequence[Finding]]) -> dict[str, str]:
    """Return the counts of a suite: findings, and a passed case for each rule without any."""
    failed = sum(map(_has_failed, findings))
    passed = sum(1 for found in by_rule if not found)
    return {"tests": str(len(findings) + passed), "failures": str(failed), "errors": "0"}


def _passed(rule: AnyRule, translate: Translate) -> Element:
    return Element("testcase", classname=_class(rule), name=_text(translate(rule.title)))


def _case(finding: Finding, translate: Translate) -> Element:
    edit, seen = finding.edit, finding.place.location
    case = Element(
        "testcase",
        {
            "classname": f"{_class(finding.rule)}.{finding.rule.id}",
            "name": _text(f"{translate(finding.rule.title)}: {edit}"),
            "file": _text(edit.path),
            "line": str(edit.line),
        },
    )
    message = _text(translate(finding.message))
    if not _has_failed(finding):
        reason = f" ({finding.waiver.reason})" if finding.waiver else ""
        SubElement(case, "skipped", message=message + _text(reason))
        return case
    failure = SubElement(case, "failure", type=finding.severity, message=message)
    failure.text = _text("\n".join([str(edit), *([str(seen)] if seen != edit else []), message]))
    return case


def _class(rule: AnyRule) -> str:
    """Return what servers group cases by: the family; of rules on documents, the verdict that they give."""
    return rule.family if rule.ground is None else f"{rule.family}.{rule.ground}"


def _has_failed(finding: Finding) -> bool:
    return finding.outcome is Outcome.FAILED and finding.waiver is None


def _text(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)
