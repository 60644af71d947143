"""A fault in how to reach somebody is found on the line that an editor or a translator edits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tolkbar.conftest import Outcome, PublishedSite

    Run = Callable[..., Outcome]

INDEX, GERMAN = "source/pages/index.md", "locales/de/LC_MESSAGES/index.po"
SHELL = "source/templates/page.html"
HORSE = '"Ein Pferd"'


@pytest.mark.parametrize(
    ("rule", "file", "old", "new", "marker"),
    [
        ("phone-editions", GERMAN, HORSE, '"Ein Pferd, Telefon +46 21 39 26 63"', 'msgid "En häst"'),
        ("email-editions", GERMAN, HORSE, '"Ein Pferd: stad@lillkoping.se"', 'msgid "En häst"'),
        ("phone-link", SHELL, "<footer>", '<footer><a href="tel:021 39">x</a>', "tel:021 39"),
        ("email-link", SHELL, "<footer>", '<footer><a href="mailto: a@b.se">x</a>', "mailto: a@b.se"),
    ],
)
def test_a_fault_closes_the_gate_and_names_its_line(  # noqa: PLR0913, PLR0917 - a fault is told in five words
    site: PublishedSite, run: Run, rule: str, file: str, old: str, new: str, marker: str
) -> None:
    site.edit(file, old, new)
    outcome = run("publish", "--site", site.root, "--format", "json")

    found = [finding for finding in json.loads(outcome.out)["findings"] if finding["rule"] == rule]
    assert outcome.status == 1
    assert found
    side = "catalog" if file.startswith("locales/") else "source"
    assert [one["trace"][side] for one in found] == [{"path": file, "line": site.line(file, marker)}] * len(
        found
    )
