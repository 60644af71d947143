"""How verdicts become findings and outcomes, shown with a rule about words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from checks.engine import LISTED, QUOTED, Engine, aggregate, shorten
from checks.model import PASSED, CannotTell, Failed, Fault, Finding, Outcome, Place, Rule, Severity, Verdict
from checks.requirements import Standard, wcag
from pipeline.errors import DefectError, TolkbarError
from pipeline.model import Location, Trace, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass
class Words:
    text: str
    path: str = "words.txt"

    def place(self, target: str, attribute: str | None) -> Place:
        return Place(Location(self.path, self.text.split().index(target) + 1), attribute)


class NoShouting(Rule[Words, str]):
    """Capitals are hard to read.

    Write in lower case.

    Abbreviations may stay.
    """

    id = "no-shouting"
    title = msg("Nobody shouts")
    severity = Severity.BLOCKING

    def applicability(self, words: Words) -> Iterator[str]:
        return (word for word in words.text.split() if word.isalpha())

    def expectation(self, word: str) -> Verdict:
        if word == "EU":
            return CannotTell(msg("Is {word} an abbreviation?", word=word), "word")
        return Failed(msg("{word} is shouted.", word=word)) if word.isupper() else PASSED


class OnlyIn22(NoShouting):
    """The same.

    The same.
    """

    requirements = wcag("2.5.8")


def examine(
    text: str, trace: Callable[[Location], Trace | None] = lambda _: None
) -> tuple[Outcome, tuple[Finding, ...]]:
    engine = Engine([NoShouting()], trace)
    (result,) = engine.examine(Words(text))
    return result.outcome, result.findings


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("lugn EU STOPP", Outcome.FAILED),
        ("lugn EU", Outcome.CANNOT_TELL),
        ("lugn", Outcome.PASSED),
        ("1 2 3", Outcome.INAPPLICABLE),
    ],
)
def test_the_gravest_verdict_is_the_outcome(text: str, outcome: Outcome) -> None:
    assert examine(text)[0] is outcome


def test_failed_and_cannot_tell_become_findings_where_the_subject_places_them() -> None:
    doubt, fault = examine("lugn EU STOPP")[1]

    assert (str(doubt.message), doubt.place) == (
        "Is EU an abbreviation?",
        Place(Location("words.txt", 2), "word"),
    )
    assert (str(fault.message), fault.place) == ("STOPP is shouted.", Place(Location("words.txt", 3)))


def test_what_a_person_must_look_at_is_advisory_whatever_the_rule() -> None:
    doubt, fault = examine("lugn EU STOPP")[1]
    assert (doubt.severity, fault.severity) == (Severity.ADVISORY, Severity.BLOCKING)


def test_a_finding_is_traced_from_its_place() -> None:
    trace = Trace("ord.1", None, Location("ord.md", 7))
    asked: list[Location] = []

    def follow(location: Location) -> Trace:
        asked.append(location)
        return trace

    (fault,) = examine("STOPP", trace=follow)[1]

    assert (fault.place.trace, asked) == (trace, [Location("words.txt", 1)])


def test_a_rule_is_applied_to_its_kind_of_subject_alone() -> None:
    engine = Engine([NoShouting()], lambda _: None)
    assert engine.judges(Words)
    assert not engine.judges(str)
    assert engine.examine(Place(Location("x", 1))) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("broken", ["applicability", "expectation"])
@pytest.mark.parametrize("error", [ZeroDivisionError, RecursionError, MemoryError, OSError])
def test_a_rule_that_breaks_decides_nothing_and_is_named_with_its_subject(
    monkeypatch: pytest.MonkeyPatch, broken: str, error: type[Exception]
) -> None:
    def fault(*_: object) -> Verdict:
        raise error

    monkeypatch.setattr(NoShouting, broken, fault)
    with pytest.raises(DefectError) as stopped:
        examine("lugn")

    assert str(stopped.value) == (
        f"words.txt:1: The rule no-shouting broke here ({error.__name__}), so nothing is decided. "
        "Report it; tolkbar check --skip no-shouting judges the rest."
    )


def test_an_error_that_says_what_to_do_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    unreadable = TolkbarError(msg("The file cannot be read."))

    def fault(*_: object) -> Verdict:
        raise unreadable

    monkeypatch.setattr(NoShouting, "expectation", fault)
    with pytest.raises(TolkbarError) as stopped:
        examine("lugn")
    assert stopped.value is unreadable


def test_a_rule_reads_its_documentation_from_its_docstring() -> None:
    rule = NoShouting()
    assert str(rule.why) == "Capitals are hard to read."
    assert [str(text) for text in rule.remedy] == ["Write in lower case.", "Abbreviations may stay."]


def test_a_rule_for_a_new_criterion_waits_for_its_standard() -> None:
    assert [standard for standard in Standard if OnlyIn22().is_in_force(standard)] == [
        Standard.EN301549_4_1_1
    ]
    assert all(NoShouting().is_in_force(standard) for standard in Standard)


def test_a_subject_with_very_many_faults_says_how_many_more_there_are() -> None:
    findings = examine("STOPP " * (LISTED + 5))[1]

    assert len(findings) == LISTED + 1
    assert str(findings[-1].message) == "5 more like this are not listed. Mend these first."


def test_a_fault_among_very_many_questions_is_not_lost() -> None:
    outcome, findings = examine("EU " * LISTED + "STOPP NEJ EU")

    assert outcome is Outcome.FAILED
    assert [(finding.outcome, str(finding.message)) for finding in findings[LISTED:]] == [
        (Outcome.FAILED, "2 more like this are not listed. Mend these first."),
        (Outcome.CANNOT_TELL, "1 more like this are not listed. Mend these first."),
    ]


def test_a_message_quotes_no_more_than_a_person_reads() -> None:
    shortened = shorten(msg("{word} is shouted {times} times.", word="A" * 10_000, times=2))
    assert str(shortened) == f"{'A' * (QUOTED - 1)}… is shouted 2 times."


def test_outcomes_of_no_targets_are_inapplicable() -> None:
    assert aggregate([]) is Outcome.INAPPLICABLE


@pytest.mark.parametrize(
    ("fault", "trace", "edited"),
    [
        (Fault.WORDS, Trace("u", Location("de.po", 33), Location("x.md", 14)), "de.po:33"),
        (Fault.MARKUP, Trace("u", Location("de.po", 33), Location("x.md", 14)), "x.md:14"),
        (Fault.WORDS, Trace("u", None, Location("x.md", 14)), "x.md:14"),
        (Fault.MARKUP, Trace("u", Location("de.po", 33), None), "de.po:33"),
        (Fault.WORDS, Trace("u", None, None), "de/x.html:5"),
        (Fault.WORDS, None, "de/x.html:5"),
    ],
)
def test_the_line_to_edit_is_the_one_of_the_side_at_fault(
    monkeypatch: pytest.MonkeyPatch, fault: Fault, trace: Trace | None, edited: str
) -> None:
    monkeypatch.setattr(NoShouting, "fault", fault)
    place = Place(Location("de/x.html", 5), None, trace)
    assert str(Finding(NoShouting(), Outcome.FAILED, msg("…"), place).edit) == edited
