"""A finding in a catalog leads to the very line that an editor wrote."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

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
