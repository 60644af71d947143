"""What was not read of a document is told once, with why and what to do, and never counts as passed."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest

from checks.documents import Facts
from checks.documents.reading import read
from checks.engine import Engine, verdicts
from checks.model import Gate, Ground, Outcome, Severity
from checks.pdf.policy import pdf_judged_whole
from checks.registry import select
from checks.specimens import specimen
from checks.subjects import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.engine import Result
    from checks.model import Finding, Report

RULES = select(families=["pdf"])

HEAD = 'tags\n  Document\n    H1 "Bygglov"\n    P "Sök bygglov."\n'
OUTLINE = (
    "catalog /Outlines @outlines\nobject outlines << /First @one /Last @two >>\n"
    "object one << /Title (Ett) /Next @two >>\nobject two << /Title (Tva) >>\n"
)
# By the part that is not read to its end then: a limit, and a document beyond it.
LIMITS = {
    "tags": ("structure.reading.ELEMENTS", 1, HEAD),
    "pages": ("content.desk.OPERATORS", 3, HEAD),
    "things": ("opened.ANNOTATIONS", 0, "annotation /Subtype /Link /Rect [0 0 9 9]"),
    "fonts": ("fonts.reading.FONTS", 0, HEAD),
    "ways": ("outline.ITEMS", 1, OUTLINE),
}
# What a stream says of itself that nobody can unpack.
DAMAGED = {
    "pages": "content /Filter /FlateDecode",
    "entries": "metadata /Filter /Unheard\n  nothing",
    "fonts": "fontfile\n  nothing that a font begins with",
}
BOMB = zlib.compress(b"q Q " * 10_000_000).hex()


def results(text: str) -> list[Result]:
    """Return what each rule on documents says of the one that ``text`` states."""
    facts = read(specimen(text))
    assert isinstance(facts, Facts)
    rules = [rule for rule in RULES if rule.subject is Document]
    return Engine(rules, lambda _: None).examine(Document("document.pdf", facts))


def unread(found: list[Result]) -> list[Finding]:
    """Return what is said of what was not judged."""
    words = ("judged", "too large", "too many", "damaged")
    findings = (finding for result in found for finding in result.findings)
    return [one for one in findings if any(word in str(one.message) for word in words)]


@pytest.mark.parametrize("part", LIMITS)
def test_what_is_beyond_a_limit_is_told_once(monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    name, limit, text = LIMITS[part]
    monkeypatch.setattr(f"checks.documents.{name}", limit)
    found = results(text)
    [told] = unread(found)
    assert told.message.msgid == pdf_judged_whole.MESSAGES[part, "limit"].msgid
    assert told.outcome is (Outcome.FAILED if part in pdf_judged_whole.NEEDED else Outcome.CANNOT_TELL)
    assert verdicts(found)[Ground.PDFUA] in {Outcome.CANNOT_TELL, Outcome.FAILED}


@pytest.mark.parametrize("part", DAMAGED)
def test_what_is_damaged_is_told_once(part: str) -> None:
    found = results(DAMAGED[part])
    [told] = unread(found)
    assert told.message.msgid == pdf_judged_whole.MESSAGES[part, "broken"].msgid
    assert told.outcome is (Outcome.FAILED if part in pdf_judged_whole.NEEDED else Outcome.CANNOT_TELL)
    assert verdicts(found)[Ground.PDFUA] in {Outcome.CANNOT_TELL, Outcome.FAILED}


def test_a_table_that_is_too_large_to_be_laid_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checks.documents.structure.tables.POSITIONS", 3)
    table = "    Table\n" + "      TR\n        TD\n        TD\n" * 2
    [told] = unread(results(f"tags\n  Document\n{table}{table}"))
    assert told.message.msgid == pdf_judged_whole.MESSAGES["tags", "limit"].msgid


def test_a_bomb_closes_the_gate_as_too_much_and_not_as_damaged(judged: Callable[..., Report]) -> None:
    bomb = specimen(f"content /Filter [/ASCIIHexDecode /FlateDecode]\n  {BOMB}>")
    report = judged({"bomb.pdf": bomb})
    closing = [one for one in report.findings if one.outcome is Outcome.FAILED]
    assert report.gate is Gate.CLOSED
    assert [str(one.message).partition(",")[0] for one in closing] == [
        "There is too much on the pages of the document"
    ]
    assert report.verdicts["bomb.pdf"][Ground.PDFUA] is Outcome.CANNOT_TELL


def test_each_part_of_the_facts_is_known_by_a_name() -> None:
    known = [what for every in pdf_judged_whole.PARTS.values() for what in every]
    asked = {part for rule in RULES for part in getattr(rule, "parts", ())}
    assert asked <= set(known)
    assert len(known) == len(set(known))


def test_there_is_a_message_for_each_part_and_reason() -> None:
    reasons = {(part, why) for part in pdf_judged_whole.PARTS for why in ("limit", "broken")}
    assert reasons | {("fonts", "predefined")} == set(pdf_judged_whole.MESSAGES)


def test_publishing_depends_on_each_part_that_a_blocking_rule_of_the_policy_reads() -> None:
    for rule in RULES:
        if rule.ground is Ground.POLICY and rule.severity is Severity.BLOCKING:
            for what in getattr(rule, "parts", ()):
                [part] = [name for name, every in pdf_judged_whole.PARTS.items() if what in every]
                assert part in pdf_judged_whole.NEEDED, rule.id
