"""The set of rules is tested, not only its members: registered, named, documented, exemplified."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import checks
from checks.examples import SECTIONS, Example, examples, parse
from checks.model import AnyRule, Gate, Outcome, Severity
from checks.registry import BY_ID, FAMILIES, RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.model import Report

HOME = Path(checks.__file__).parent
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}: {example.title}")
    for rule in RULES
    for example in examples(rule)
]
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def rule_files() -> set[str]:
    return {
        f"{family}/{path.stem}"
        for family in FAMILIES
        for path in (HOME / family).rglob("*.py")
        if not path.name.startswith("_")
    }


def test_every_file_of_a_family_is_a_registered_rule_named_after_it() -> None:
    assert {f"{rule.family}/{rule.id.replace('-', '_')}" for rule in RULES} == rule_files()


def test_no_two_rules_have_the_same_id() -> None:
    assert len(BY_ID) == len(RULES)


@each_rule
def test_a_rule_says_why_and_what_to_do_in_words_that_can_be_translated(rule: AnyRule) -> None:
    documentation = [rule.why, *rule.remedy]
    assert len(documentation) > 1
    assert all(str(paragraph) == paragraph.msgid for paragraph in documentation)  # no {fields} in prose


@each_rule
def test_a_class_is_called_as_its_rule(rule: AnyRule) -> None:
    assert re.sub(r"(?<!^)(?=[A-Z])", "-", type(rule).__name__).lower() == rule.id


@each_rule
def test_a_rule_has_failed_passed_and_inapplicable_examples(rule: AnyRule) -> None:
    shown = {example.outcome for example in examples(rule)}
    assert {Outcome.FAILED, Outcome.INAPPLICABLE} <= shown
    assert shown & {Outcome.PASSED, Outcome.CANNOT_TELL}  # what only a person can judge, no rule lets pass


def waived(example: Example) -> list[AnyRule]:
    """Return the rules that an example accepts findings of."""
    named = re.findall(r'^rule = "(.*)"$', example.waivers + example.baseline, re.MULTILINE)
    return [BY_ID[name] for name in named]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_has_the_outcome_and_the_messages_that_it_states(
    judged: Callable[..., Report], rule: AnyRule, example: Example
) -> None:
    report = judged(
        example.files,
        [rule, *waived(example)],
        settings=example.settings,
        answers=example.answers,
        waivers=example.waivers,
        baseline=example.baseline,
    )
    findings = [finding for finding in report.findings if finding.rule is rule]

    assert [str(finding.message) for finding in findings] == example.messages
    assert {finding.outcome for finding in findings} <= {example.outcome}
    seen = {outcomes[rule.id] for outcomes in report.outcomes.values() if rule.id in outcomes}
    if example.outcome is Outcome.INAPPLICABLE:
        assert seen == {Outcome.INAPPLICABLE}
    else:
        assert example.outcome in seen


@pytest.mark.parametrize(
    ("rule", "example"),
    [example for example in EXAMPLES if example.values[1].outcome is Outcome.FAILED],  # type: ignore[union-attr]
)
def test_a_failed_example_closes_the_gate_unless_its_rule_only_advises(
    judged: Callable[..., Report], rule: AnyRule, example: Example
) -> None:
    report = judged(example.files, [rule], settings=example.settings, answers=example.answers)

    assert report.gate is (Gate.CLOSED if rule.severity is Severity.BLOCKING else Gate.OPEN)


def test_an_example_outside_of_the_known_sections_is_refused() -> None:
    with pytest.raises(ValueError, match="is none of the sections"):
        list(parse("## Maybe\n### Something\n"))


@pytest.mark.parametrize("text", ["stray", "## Failed\n### One\nstray", "## Failed\n### One\n```html\n<p>"])
def test_an_example_that_would_be_read_wrongly_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"example|neither|closed"):
        list(parse(text))


def test_sections_are_named_for_every_outcome() -> None:
    assert set(SECTIONS.values()) == set(Outcome)
