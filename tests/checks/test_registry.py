from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.registry import FAMILIES, RULES, find, select
from checks.subjects import Page, Site, SitePage
from checks.subjects.page_file import PageFile
from pipeline.errors import TolkbarError

if TYPE_CHECKING:
    from collections.abc import Sequence


def ids(ids: Sequence[str] = (), families: Sequence[str] = (), skip: Sequence[str] = ()) -> list[str]:
    return [rule.id for rule in select(ids, families, skip)]


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
        ids(**choice)


def test_an_unknown_family_is_answered_with_all_there_are() -> None:
    with pytest.raises(TolkbarError, match="accessibility, contacts, editions, external, html, links, pdf"):
        select(families=["zzz"])


def test_what_is_left_out_for_pages_judges_none() -> None:
    on_pages = {Page, PageFile, SitePage, Site}
    shelves = {type(rule).__module__.rpartition(".")[0] for rule in select(for_pages=True)}

    left_out = [rule for rule in RULES if rule not in select(for_pages=True)]
    assert left_out
    assert [rule.id for rule in left_out if rule.subject in on_pages] == []
    assert {rule.subject for rule in select(for_pages=True)} == on_pages
    assert "checks.pdf.labels" in shelves


def test_a_choice_for_pages_keeps_the_order() -> None:
    chosen = set(select(for_pages=True))
    assert select(for_pages=True) == tuple(rule for rule in RULES if rule in chosen)
