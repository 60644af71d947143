"""The site that comes with the tool: nothing failed, and what a person must judge is answered in writing."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tolkbar.conftest import Outcome

ROOT = Path(__file__).parents[2]
ANSWERS = ROOT / "docs" / "own-pages.md"


@pytest.fixture
def findings(tmp_path: Path, run: Callable[..., Outcome]) -> list[dict[str, Any]]:
    """Return what the rules say of the site, judged in a copy."""
    for folder in ("source", "locales"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    outcome = run("check", "--site", tmp_path, "--format", "json")
    found = json.loads(outcome.out)["findings"]
    assert isinstance(found, list)
    return found


def answered() -> set[str]:
    """Return the rules whose questions the page answers, in its first column."""
    asked, _, _ = ANSWERS.read_text(encoding="utf-8").partition("## What was mended")
    return set(re.findall(r"^\| `([a-z-]+)` \|", asked, re.MULTILINE))


def test_nothing_fails_and_each_question_has_its_answer(findings: list[dict[str, Any]]) -> None:
    assert [finding for finding in findings if finding["outcome"] == "failed"] == []
    assert {finding["rule"] for finding in findings} == answered()
