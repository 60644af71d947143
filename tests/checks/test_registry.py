from __future__ import annotations

import pytest

from checks.registry import FAMILIES, RULES, find, select
from pipeline.errors import TolkbarError


def ids(**choice: list[str]) -> list[str]:
    return [rule.id for rule in select(**choice)]


def test_without_a_choice_every_rule_runs() -> None:
    assert select() == RULES


def test_a_family_and_a_rule_add_up() -> None:
    links = [rule.id for rule in RULES if rule.family == "links"]

    assert len(links) > 1
    assert ids(families=["links"], ids=["page-title"]) == ["page-title", *links]


def test_a_skipped_rule_does_not_run_whoever_asked_for_it() -> None:
    links = ids(families=["links"])

    assert "unreferenced-file" in links
    assert ids(families=["links"], skip=["unreferenced-file"]) == [
        rule for rule in links if rule != "unreferenced-file"
    ]


def test_the_families_are_the_folders_of_the_rules() -> None:
    assert set(FAMILIES) == {
        "accessibility",
        "links",
        "editions",
        "contacts",
        "translations",
        "pdf",
        "external",
        "html",
        "statement",
        "waivers",
    }


def test_a_rule_is_found_by_its_id() -> None:
    assert find("link-target").id == "link-target"


@pytest.mark.parametrize("choice", [{"ids": ["page-titel"]}, {"skip": ["page-titel"]}])
def test_a_misspelled_rule_is_answered_with_the_likely_one(choice: dict[str, list[str]]) -> None:
    with pytest.raises(TolkbarError, match=r"no rule or family page-titel\. There is: page-title"):
        select(**choice)


def test_an_unknown_family_is_answered_with_all_there_are() -> None:
    with pytest.raises(TolkbarError, match="accessibility, contacts, editions, external, html, links, pdf"):
        select(families=["zzz"])
