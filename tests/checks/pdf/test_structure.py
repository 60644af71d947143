from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.documents import Facts
from checks.documents.reading import read
from checks.engine import Engine
from checks.model import Outcome
from checks.pdf.structure import RULES
from checks.specimens import specimen
from checks.subjects import Document

if TYPE_CHECKING:
    from checks.engine import Result

BY_TEST = {test: rule for rule in RULES for test in rule.pdfua}
TAGS = [rule for rule in RULES if "structure" in getattr(rule, "parts", ())]


def results(text: str) -> dict[str, Result]:
    """Return what each rule says of a document, by its test of PDF/UA-1."""
    facts = read(specimen(text))
    assert isinstance(facts, Facts)
    found = Engine(RULES, lambda _: None).examine(Document("document.pdf", facts))
    return {result.rule.pdfua[0]: result for result in found}


def failed(text: str) -> dict[str, list[str | None]]:
    """Return the places that rules find fault with, by test."""
    return {
        test: [finding.place.selector for finding in result.findings]
        for test, result in results(text).items()
        if result.outcome is Outcome.FAILED
    }


def test_a_healthy_document_has_healthy_tags() -> None:
    assert failed("") == {}


def test_no_test_has_two_rules() -> None:
    assert len(BY_TEST) == len(RULES)


def test_a_finding_says_where_in_the_tags() -> None:
    text = "tags\n  Document\n    Table\n      TR\n        TD\n      TR\n        P"
    assert failed(text)["7.2-10"] == ["#page=1 Document > Table > TR[2]"]


def test_a_stray_element_is_told_by_its_holder_and_by_itself() -> None:
    assert sorted(failed("tags\n  Document\n    Table\n      TD")) == ["7.2-3", "7.2-9"]
    assert sorted(failed("tags\n  Document\n    L\n      LBody")) == ["7.2-18", "7.2-19"]
    assert sorted(failed("tags\n  Document\n    TOC\n      LI")) == ["7.2-17", "7.2-27"]


@pytest.mark.parametrize(
    "tags",
    [
        "    L\n      NonStruct\n        LI\n          NonStruct\n            LBody",
        "    Table\n      NonStruct\n        Caption\n        TR\n          NonStruct\n            TD",
        "    TOC\n      NonStruct\n        TOC\n          NonStruct\n            TOCI",
    ],
)
def test_elements_without_a_meaning_change_nothing(tags: str) -> None:
    assert failed(f"tags\n  Document\n{tags}") == {}


def test_an_element_of_an_unknown_type_fits_nowhere() -> None:
    assert sorted(failed("tags\n  Document\n    L\n      Punkt\n        LBody")) == [
        "7.1-5",
        "7.2-18",
        "7.2-19",
    ]


def test_a_type_is_told_once_however_many_tags_have_it() -> None:
    text = "tree /RoleMap << /A /B /B /A >>\ntags\n  Document\n    A\n    A\n    Rubrik\n    A\n    Rubrik"
    assert failed(text) == {"7.1-6": ["#page=1 Document > A[1]"], "7.1-5": ["#page=1 Document > Rubrik[1]"]}


def test_the_first_heading_may_come_late_and_levels_may_fall_at_once() -> None:
    assert (
        failed(
            "tags\n  Document\n    P\n    Sect\n      H1\n      H2\n      H3\n    H1\n    H2\n    H2\n    H3"
        )
        == {}
    )


def test_after_a_level_left_out_the_next_is_measured_by_it() -> None:
    found = failed("tags\n  Document\n    H1\n    H3\n    H4\n    H6")
    assert found == {"7.4.2-1": ["#page=1 Document > H3", "#page=1 Document > H6"]}


def test_a_language_is_told_once_where_it_stands_first() -> None:
    text = "catalog /Lang (sv_SE)\ntags\n  Document /Lang (sv_SE)\n    P /Lang (en_GB)\n    P /Lang (en_GB)"
    assert failed(text) == {"7.2-29": [None, "#page=1 Document > P[1]"]}


def test_texts_need_no_language_of_the_document_where_they_have_their_own() -> None:
    text = (
        "catalog /Lang null\ntags\n  Document\n    Sect /Lang (sv)\n"
        "      Figure /Alt (Stadshuset)\n    Formula /ActualText (a) /Lang (sv)\n    Span /E (och så vidare)"
    )
    assert sorted(failed(text)) == ["7.2-23"]


def rows(*given: str) -> str:
    """Return a table with these rows of cells, of each its attributes."""
    lines = ["tags", "  Document", "    Table"]
    for row in given:
        lines.append("      TR")
        lines += [f"        TD /A << /O /Table {cell} >>" for cell in row.split("|")]
    return "\n".join(lines)


def test_each_row_that_is_too_short_is_told() -> None:
    assert failed(rows(" | | ", " | ", " | | ", " | ")) == {
        "7.2-43": ["#page=1 Document > Table > TR[2]", "#page=1 Document > Table > TR[4]"],
    }


def test_of_rows_that_are_too_long_the_first_is_told_since_the_fault_may_be_the_first_rows() -> None:
    assert failed(rows(" | ", " | | ", " | | ", " ")) == {"7.2-42": ["#page=1 Document > Table > TR[2]"]}


def test_what_follows_a_cell_that_hangs_over_the_edge_is_not_told() -> None:
    assert failed(rows("/RowSpan 9 | ", " | ", " ")) == {
        "7.2-41": ["#page=1 Document > Table > TR[1] > TD[1]"]
    }


def test_headers_of_another_table_may_be_named() -> None:
    text = (
        "tags\n  Document\n    Table\n      TR\n        TH /ID (a)\n    Table\n      TR\n"
        "        TD /A << /O /Table /Headers [(a)] >>"
    )
    assert failed(text) == {}


@pytest.mark.parametrize("rule", TAGS, ids=lambda rule: rule.id)
def test_no_rule_calls_tags_fine_that_were_not_read(monkeypatch: pytest.MonkeyPatch, rule: object) -> None:
    monkeypatch.setattr("checks.documents.structure.reading.ELEMENTS", 1)
    found = {result.rule: result.outcome for result in results("").values()}
    assert found[rule] is Outcome.CANNOT_TELL  # type: ignore[index]


def test_a_table_that_is_too_large_to_be_laid_is_not_called_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checks.documents.structure.tables.POSITIONS", 3)
    table = "    Table\n" + "      TR\n        TD\n        TD\n" * 2
    found = results(f"tags\n  Document\n{table}{table}")
    unsure = {test for test, result in found.items() if result.outcome is Outcome.CANNOT_TELL}
    assert unsure == {"7.2-15", "7.2-41", "7.2-42", "7.2-43", "7.5-1", "7.5-2"}
    assert {len(found[test].findings) for test in unsure} == {0}  # another rule says so, once
