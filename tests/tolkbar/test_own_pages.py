"""The site that comes with the tool: nothing failed, and what a person must judge is answered in writing."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support import SiteFolder, one

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tolkbar.conftest import Outcome

ROOT = Path(__file__).parents[2]
ANSWERS = ROOT / "docs" / "own-pages.md"


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """Return a copy of the site."""
    for folder in ("source", "locales"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return SiteFolder(tmp_path)


@pytest.fixture
def judged(site: SiteFolder, run: Callable[..., Outcome]) -> Callable[[], list[dict[str, Any]]]:
    """Return a function that returns what the rules say of the copy."""

    def findings() -> list[dict[str, Any]]:
        outcome = run("check", "--site", site.root, "--format", "json")
        found = json.loads(outcome.out)["findings"]
        assert isinstance(found, list)
        return found

    return findings


def answered() -> set[str]:
    """Return the rules whose questions the page answers, in its first column."""
    asked, _, _ = ANSWERS.read_text(encoding="utf-8").partition("## What was mended")
    return set(re.findall(r"^\| `([a-z-]+)` \|", asked, re.MULTILINE))


def test_nothing_fails_and_each_question_has_its_answer(judged: Callable[[], list[dict[str, Any]]]) -> None:
    findings = judged()
    assert [finding for finding in findings if finding["outcome"] == "failed"] == []
    assert {finding["rule"] for finding in findings} == answered()


def test_its_templates_serve_an_edition_that_may_be_half_translated(
    site: SiteFolder, judged: Callable[[], list[dict[str, Any]]]
) -> None:
    site.edit("source/site.toml", '[languages.de]\npolicy = "block"', '[languages.de]\npolicy = "fallback"')
    (site.root / "locales/de/LC_MESSAGES/index.po").unlink()

    assert [finding for finding in judged() if finding["outcome"] == "failed"] == []
    in_menu = one(site.soup("de/kontakt.html"), '.menu [lang="sv"]')
    assert (in_menu.text, in_menu["href"]) == ("Start", "index.html")
