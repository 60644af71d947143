from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from checks import report as forms
from checks.model import Finding, Gate, Outcome, Place, Report
from checks.registry import RULES, find
from checks.requirements import Standard
from pipeline.model import Location, Trace, msg

if TYPE_CHECKING:
    from checks.model import AnyRule

BLOCKING, ADVISORY = find("link-target"), find("unreferenced-file")
TRACE = Trace("kontakt.3", Location("locales/de/å b.po", 33), Location("source/kontakt.md", 14))
FINDING = Finding(
    BLOCKING, Outcome.FAILED, msg("Nothing there."), Place(Location("de/k.html", 9, 5), "p > a", TRACE)
)


class Text(msgspec.Struct, forbid_unknown_fields=True):
    text: str


class Level(msgspec.Struct, forbid_unknown_fields=True):
    level: str


class Descriptor(msgspec.Struct, forbid_unknown_fields=True):
    """3.49 of the standard, as far as we use it."""

    id: str
    name: str
    shortDescription: Text  # noqa: N815 - the standard's own name
    fullDescription: Text  # noqa: N815
    help: Text
    defaultConfiguration: Level  # noqa: N815
    properties: dict[str, Any]


def rendered(*findings: Finding, language: str = "en") -> dict[str, Any]:
    report = Report(Gate.CLOSED, Standard.EN301549_3_2_1, {}, RULES, findings)
    document: dict[str, Any] = json.loads(forms.sarif(report, "0.1.0", language=language))
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    return dict(run)


def result(finding: Finding) -> dict[str, Any]:
    (found,) = rendered(finding)["results"]
    return dict(found)


def test_the_line_to_edit_comes_first_and_the_place_in_the_edition_beside_it() -> None:
    found = result(FINDING)
    assert found["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "source/kontakt.md", "uriBaseId": "SRCROOT"},
                "region": {"startLine": 14, "startColumn": 1},
            },
            "logicalLocations": [{"fullyQualifiedName": "p > a"}],
        }
    ]
    (seen,) = found["relatedLocations"]
    assert seen["physicalLocation"]["artifactLocation"]["uri"] == "de/k.html"
    assert seen["physicalLocation"]["region"] == {"startLine": 9, "startColumn": 5}


def test_a_path_is_an_address() -> None:
    finding = FINDING._replace(place=Place(Location("sv/å b?.html", 1)))
    (place,) = result(finding)["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "sv/%C3%A5%20b%3F.html"


@pytest.mark.parametrize(
    ("rule", "outcome", "kind", "level"),
    [
        (BLOCKING, Outcome.FAILED, "fail", "error"),
        (ADVISORY, Outcome.FAILED, "fail", "warning"),
        (BLOCKING, Outcome.CANNOT_TELL, "review", "none"),
    ],
)
def test_what_only_a_person_can_tell_is_a_review(
    rule: AnyRule, outcome: Outcome, kind: str, level: str
) -> None:
    found = result(FINDING._replace(rule=rule, outcome=outcome))
    assert (found["kind"], found["level"]) == (kind, level)


def test_each_result_names_its_rule_twice_in_agreement() -> None:
    run = rendered(FINDING)
    (found,) = run["results"]
    assert run["tool"]["driver"]["rules"][found["ruleIndex"]]["id"] == found["ruleId"] == "link-target"


def test_all_rules_are_described_as_the_standard_asks() -> None:
    described = rendered()["tool"]["driver"]["rules"]
    assert [rule.id for rule in msgspec.convert(described, list[Descriptor])] == [rule.id for rule in RULES]
    (tags,) = (rule["properties"]["tags"] for rule in described if rule["id"] == "link-name")
    assert {"accessibility", "WCAG 2.4.4", "EN 301 549 9.2.4.4", "ACT c487ae"} <= set(tags)


def test_a_fault_keeps_its_fingerprint_while_lines_come_and_go() -> None:
    moved = FINDING._replace(place=Place(Location("de/k.html", 40, 2), "p > a", TRACE))
    other = FINDING._replace(message=msg("Something else."))
    prints = [result(finding)["partialFingerprints"]["tolkbar/v1"] for finding in (FINDING, moved, other)]
    assert prints[0] == prints[1] != prints[2]


def test_it_says_in_which_language_it_speaks() -> None:
    assert rendered(language="de")["tool"]["driver"]["language"] == "de"
