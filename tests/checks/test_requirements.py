from __future__ import annotations

import pytest

from checks.registry import RULES
from checks.requirements import CRITERIA, Chapter, Standard, wcag

IN_EN301549 = {Standard.EN301549_3_2_1: 50, Standard.EN301549_4_1_1: 55}
IN_WCAG = {Standard.EN301549_3_2_1: 78, Standard.EN301549_4_1_1: 86}


@pytest.mark.parametrize("standard", Standard)
def test_each_standard_has_as_many_criteria_as_its_wcag_version(standard: Standard) -> None:
    included = [criterion for criterion in CRITERIA.values() if standard.includes(criterion)]

    assert len(included) == IN_WCAG[standard]
    assert (
        len([criterion for criterion in included if criterion.clause(Chapter.WEB)]) == IN_EN301549[standard]
    )


def test_a_criterion_knows_its_name_its_level_and_its_clause() -> None:
    (titled,) = wcag("2.4.2")
    assert (titled.name, titled.level, titled.clause(Chapter.WEB)) == ("Page Titled", "A", "9.2.4.2")


def test_level_aaa_has_no_clause() -> None:
    assert wcag("1.4.6")[0].clause(Chapter.WEB) is None


def test_what_is_asked_of_documents_stands_in_a_chapter_of_its_own() -> None:
    assert wcag("2.4.2")[0].clause(Chapter.DOCUMENTS) == "10.2.4.2"
    assert wcag("2.4.5")[0].clause(Chapter.DOCUMENTS) is None  # about several pages


def test_rules_on_documents_name_the_chapter_on_documents() -> None:
    chapters = {(rule.subject.__name__.startswith("Document"), rule.chapter) for rule in RULES}
    assert chapters == {(True, Chapter.DOCUMENTS), (False, Chapter.WEB)}


@pytest.mark.parametrize("number", ["2.5.8", "2.4.11", "3.2.6"])
def test_a_criterion_of_wcag_22_is_asked_for_by_the_newer_standard_alone(number: str) -> None:
    (criterion,) = wcag(number)
    assert [standard for standard in Standard if standard.includes(criterion)] == [Standard.EN301549_4_1_1]


def test_parsing_is_asked_for_by_the_older_standard_alone() -> None:
    (parsing,) = wcag("4.1.1")
    assert [standard for standard in Standard if standard.includes(parsing)] == [Standard.EN301549_3_2_1]


@pytest.mark.parametrize("number", ["2.4.14", "9.2.4.4", "", "2.4"])
def test_a_reference_that_does_not_exist_cannot_be_imported(number: str) -> None:
    with pytest.raises(ValueError, match="no success criterion"):
        wcag("1.1.1", number)
