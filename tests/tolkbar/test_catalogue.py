"""The catalogue of rules follows the code, and says what ``tolkbar explain`` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.registry import FAMILIES, RULES, find
from pipeline.model import msg
from tolkbar.catalogue import FOLDER, ROOT, all_pages, described
from tolkbar.command import main
from tolkbar.language import LANGUAGES, translator

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return all_pages()


def test_the_pages_in_the_repository_are_those_of_the_code(pages: dict[str, str]) -> None:
    committed = {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in (ROOT / FOLDER).rglob("*.md")
    }
    assert committed == pages, "run 'nox -s docs' and commit what it changed"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_stands_on_the_page_of_its_family(pages: dict[str, str], language: str) -> None:
    for family in FAMILIES:
        page = pages[f"{FOLDER}/{language}/{family}.md"]
        ids = [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")]
        assert ids == [rule.id for rule in RULES if rule.family == family]


def test_examples_are_where_the_page_says(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        folder = (ROOT / path).parent
        links = [line.rpartition("(")[2].rstrip(")") for line in text.splitlines() if line.startswith("[")]
        missing = [link for link in links if not (folder / link).is_file()]
        assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_is_explained_as_in_the_catalogue_with_its_examples(
    capsys: pytest.CaptureFixture[str], pages: dict[str, str], language: str
) -> None:
    assert main(["explain", "link-name", "--language", language]) == 0
    printed = capsys.readouterr().out
    text = described(find("link-name"), translator(language))
    assert printed.startswith(f"# {text}")
    assert f"## {text}" in pages[f"{FOLDER}/{language}/accessibility.md"]
    for outcome in ("Failed", "Passed", "Inapplicable"):
        assert f"\n## {translator(language)(msg(outcome))}\n" in printed
    assert "```html" in printed


def test_a_rule_on_documents_names_the_verdict_that_it_leads_to() -> None:
    assert "Verdict on documents: PDF/UA-1." in described(find("pdf-tags"), str)
    assert "Verdict on documents: Publishing policy." in described(find("pdf-scan"), str)
    assert "Verdict" not in described(find("link-name"), str)


def test_what_asks_for_a_rule_is_named() -> None:
    text = described(find("link-name"), str)
    assert (
        "WCAG [2.4.4 Link Purpose (In Context)](https://www.w3.org/TR/WCAG22/#link-purpose-in-context) (A)"
        in text
    )
    assert "EN 301 549 9.4.1.2" in text
    assert "ACT [c487ae](https://www.w3.org/WAI/standards-guidelines/act/rules/c487ae/)" in text


def test_a_rule_that_does_not_exist_is_answered_with_the_likely_ones(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["explain", "link-nam"]) == 2
    assert "link-name" in capsys.readouterr().err
