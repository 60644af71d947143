"""A finding in a catalog leads to the very line that an editor wrote."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from checks.specimens import specimen
from tests.tolkbar.faults import DOCUMENTS, POLICY
from tolkbar.command import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support import SiteFolder
    from tests.tolkbar.conftest import Outcome, PublishedSite


def test_what_waits_for_a_translator_is_traced_to_its_source_line(site: SiteFolder, tmp_path: Path) -> None:
    page = site.root / "source" / "pages" / "index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text.rstrip()}\n\nEn alldeles ny mening.\n", encoding="utf-8")
    line = text.rstrip().count("\n") + 3
    report = tmp_path / "report.json"
    status = main(["check", "--site", str(site.root), "--format", "json", "--output", str(report)])
    assert status == 1
    findings = json.loads(report.read_text(encoding="utf-8"))["findings"]
    sources = {(f["trace"]["source"]["path"], f["trace"]["source"]["line"]) for f in findings if f["trace"]}
    assert ("source/pages/index.md", line) in sources


def test_a_fault_in_a_style_sheet_is_traced_to_the_sheet_that_all_editions_share(
    site: SiteFolder, tmp_path: Path
) -> None:
    site.write("source/assets/extra.css", "/* Tryck */\nh1 { background: url(saknas.png) }\n")
    report = tmp_path / "report.json"
    main(
        ["check", "--site", str(site.root), "--family", "links", "--format", "json", "--output", str(report)]
    )
    findings = json.loads(report.read_text(encoding="utf-8"))["findings"]
    sources = {
        finding["path"]: finding["trace"]["source"]
        for finding in findings
        if finding["rule"] == "sheet-target"
    }
    place = {"path": "source/assets/extra.css", "line": 2}
    assert sources == {f"{language}/assets/extra.css": place for language in ("de", "en", "sv")}


def test_an_orphan_names_the_source_of_the_page(site: PublishedSite, run: Callable[..., Outcome]) -> None:
    site.write("source/pages/glomd.md", '+++\ntitle = "Glömd"\n+++\n\n# Glömd\n\nIngen hittar hit.\n')

    report = run("check", "--site", site.root, "--rule", "orphan-page", "--format", "json").out

    sources = [finding["trace"]["source"] for finding in json.loads(report)["findings"]]
    assert sources
    assert sources == [{"path": "source/pages/glomd.md", "line": 5}] * len(sources)


@pytest.mark.parametrize(
    ("recorded", "actual", "rule"), [("de", "sv", "link-language"), ("sv", "de", "download-language")]
)
def test_a_wrong_language_of_a_document_leads_to_its_record(
    site: PublishedSite, run: Callable[..., Outcome], recorded: str, actual: str, rule: str
) -> None:
    """A page in the language that is recorded says none of the document; any other says the wrong one."""
    site.write(POLICY, specimen(f"catalog /Lang ({actual})"))
    site.edit(DOCUMENTS, 'language = "sv"', f'language = "{recorded}"')
    lines = (site.root / DOCUMENTS).read_text("utf-8").split("\n")
    report = run("check", "--site", site.root, "--rule", rule, "--format", "json").out
    sources = [finding["trace"]["source"] for finding in json.loads(report)["findings"]]
    assert sources
    assert sources == [{"path": DOCUMENTS, "line": lines.index(f'language = "{recorded}"') + 1}] * len(
        sources
    )
