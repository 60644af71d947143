"""What the preview's pages say: how far each text has come, which lines to edit, what the rules find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.locales import catalog_name
from tests.support import one
from tolkbar.preview.server import wanted_language
from tolkbar.preview.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bs4 import Tag

    from tests.support import SiteFolder
    from tests.tolkbar.conftest import Outcome
    from tests.tolkbar.preview.conftest import Preview

    Start = Callable[..., Preview]

PAGE = "source/pages/index.md"
CATALOG = catalog_name("de", "index")
WELCOME, NEW = 'msgid "Välkommen"', 'msgid "En ny mening."'


def lines(text: Tag) -> list[str]:
    """Return the lines that a text in the panel leads to."""
    return [str(button["data-copy"]) for button in text.select("button[data-copy]")]


def text_of(page: Tag, words: str) -> Tag:
    """Return the text in the panel that has ``words`` in it."""
    return next(text for text in page.select("details[data-unit]") if words in text.get_text())


@pytest.fixture
def half_done(site: SiteFolder) -> SiteFolder:
    """Return the site with a German text that is fuzzy and one that is not translated."""
    site.edit(PAGE, "+++\n\n", "+++\n\nEn ny mening.\n\n")
    number = site.line(CATALOG, WELCOME)
    content = site.read(CATALOG).splitlines(keepends=True)
    site.write(CATALOG, "".join([*content[: number - 1], "#, fuzzy\n", *content[number - 1 :]]))
    return site


def test_each_text_says_how_far_it_has_come_and_which_lines_to_edit(
    preview: Start, half_done: SiteFolder
) -> None:
    page = preview().get("/page/de/index").soup
    fuzzy, new = text_of(page, "Willkommen"), text_of(page, "En ny mening.")
    assert (fuzzy["data-state"], one(fuzzy, ".state").text) == ("fuzzy", "To review")
    assert (new["data-state"], one(new, ".state").text) == ("untranslated", "Untranslated")
    assert lines(fuzzy) == [
        f"{CATALOG}:{half_done.line(CATALOG, WELCOME)}",
        f"{PAGE}:{half_done.line(PAGE, '# Välkommen')}",
    ]
    assert lines(new)[0] == f"{CATALOG}:{half_done.line(CATALOG, NEW)}"
    assert one(new, "summary .words")["lang"] == "sv"
    assert [text["data-state"] for text in page.select("#own details")].count("translated") > 3


def test_a_text_in_the_page_is_named_as_in_the_panel(preview: Start, half_done: SiteFolder) -> None:
    running = preview()
    name = text_of(running.get("/page/de/index").soup, "En ny mening.")["data-unit"]
    served = running.get("/site/de/index.html").soup
    assert one(served, f'[data-tolkbar-unit~="{name}"]').text == "En ny mening."
    assert half_done.root.is_dir()


def test_in_the_source_language_there_is_nothing_to_translate(preview: Start) -> None:
    page = preview().get("/page/sv/index").soup
    assert {text["data-state"] for text in page.select("details[data-unit]")} == {""}
    assert str(WORDS["no_translation"]) in page.get_text()
    assert all(len(lines(text)) == 1 for text in page.select("#own details"))


def test_the_texts_of_the_shell_stand_apart(preview: Start) -> None:
    page = preview().get("/page/de/index").soup
    around = page.select('section[aria-labelledby="around"] details')
    assert around
    assert all(str(text["data-unit"]).startswith("shell.") for text in around)
    assert all("shell.po" in lines(text)[0] for text in around)


def test_a_page_that_an_edition_lacks_shows_the_sources_with_what_is_to_be_translated(
    preview: Start, site: SiteFolder
) -> None:
    site.edit("source/site.toml", "[languages.de]", '[languages.de]\npolicy = "omit"')
    site.edit(PAGE, "+++\n\n", "+++\n\nEn ny mening.\n\n")
    page = preview().get("/page/de/index").soup
    assert one(page, "iframe")["src"] == "/site/sv/index.html"
    assert str(WORDS["not_there"]) in page.get_text()
    assert text_of(page, "En ny mening.")["data-state"] == "untranslated"


def test_the_overview_counts_as_status_does(
    preview: Start, half_done: SiteFolder, run: Callable[..., Outcome]
) -> None:
    page = preview().get("/").soup
    links = {str(link["href"]): link.text for link in page.select(".pages td a")}
    status = run("status", "--site", half_done.root, "--format", "json").out
    done, total = links["/page/de/index"].split("/")
    assert int(done) == int(total) - 2
    assert f'"translated": {done}' in status
    assert links["/page/en/index"] != links["/page/de/index"]


def test_pages_are_found_by_name_and_by_title(preview: Start, site: SiteFolder) -> None:
    site.page("bygg/lov.md", "# Bygglov\n\nText.\n", title="Söka bygglov")
    running = preview()
    for wanted in ("bygg/lov", "s%C3%B6ka+BYGG"):
        found = running.get(f"/?find={wanted}").soup.select(".pages th a")
        assert [link["href"] for link in found] == ["/page/sv/bygg/lov"]
    nothing = running.get("/?find=%3Cscript%3E").soup
    assert str(WORDS["no_pages"]) in nothing.get_text()
    assert one(nothing, "#wanted")["value"] == "<script>"


def test_a_page_is_judged_as_soon_as_somebody_looks_at_it(preview: Start, site: SiteFolder) -> None:
    site.edit(PAGE, "+++\n\n", "+++\n\n![](../images/bild.svg)\n\n")
    site.write("source/images/bild.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    running = preview()
    running.get("/page/sv/index")
    running.wait_for(lambda heard: heard["kind"] == "judged")
    page = running.get("/page/sv/index").soup
    found = next(one for one in page.select(".findings li") if "bild.svg" in one.get_text())
    assert lines(found) == [f"{PAGE}:{site.line(PAGE, 'bild.svg')}"]
    rule = running.get(str(one(found, "a")["href"]))
    assert rule.status == 200
    assert rule.soup.h1 is not None


def test_the_whole_site_is_judged_beside_it_and_opens_or_closes_the_gate(
    preview: Start, half_done: SiteFolder
) -> None:
    running = preview()
    running.wait_for(lambda heard: heard["kind"] == "judged")
    gate = one(running.get("/").soup, ".gate")
    assert "closed" in gate["class"]
    assert str(WORDS["gate_closed"]) in gate.get_text()
    findings = running.get("/page/de/index").soup.select(".findings li.blocking")
    assert f"{CATALOG}:{half_done.line(CATALOG, NEW)}" in [
        line for found in findings for line in lines(found)
    ]


def test_a_judging_that_breaks_off_is_never_taken_for_an_open_gate(
    preview: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tolkbar.preview.verdicts._JUDGING", ("-c", "import sys; sys.exit(1)"))
    running = preview()
    running.wait_for(lambda heard: heard["kind"] == "judged")
    gate = one(running.get("/").soup, ".gate")
    assert "open" not in gate["class"]
    assert "Run tolkbar check to see why." in gate.get_text()
    running.get("/page/sv/index")
    running.wait_for(lambda heard: heard["kind"] == "judged")
    assert running.get("/page/sv/index").soup.select(".findings li")  # the page itself has been judged


def test_what_a_file_says_is_shown_and_never_obeyed(preview: Start, site: SiteFolder) -> None:
    site.edit(PAGE, "+++\n\n", "+++\n\nSkriv `<script>alert(1)</script>` här.\n\n")
    number = site.line(CATALOG, WELCOME)
    content = site.read(CATALOG).splitlines(keepends=True)
    content[number] = 'msgstr "<img src=x onerror=alert(1)>"\n'
    site.write(CATALOG, "".join(content))
    page = preview().get("/page/de/index").soup
    assert not [script for script in page.select("script") if not script.get("src")]
    assert not page.select("img, [onerror]")


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "en"),
        ("de-CH,de;q=0.9,en;q=0.8", "de"),
        ("fr, sv;q=0.5, en;q=0.4", "sv"),
        ("en;q=0.1,sv-FI;q=0.2", "sv"),
        ("de;q=0, en;q=0.1", "en"),
        ("fi", "en"),
        ("*", "en"),
        (";;;q=,,=", "en"),
        ("de;q=..", "de"),
    ],
)
def test_readers_get_the_language_that_they_like_best(accepted: str, language: str) -> None:
    assert wanted_language(accepted) == language


def test_language_is_the_readers_unless_the_command_says_otherwise(preview: Start) -> None:
    own, said = preview(language=None), preview(language="sv")
    assert one(own.get("/", Accept_Language="de").soup, "html")["lang"] == "de"
    assert one(said.get("/", Accept_Language="de").soup, "html")["lang"] == "sv"


def test_our_rules_find_nothing_on_our_own_pages(
    preview: Start, half_done: SiteFolder, tmp_path: Path, run: Callable[..., Outcome]
) -> None:
    running = preview()
    running.wait_for(lambda heard: heard["kind"] == "judged")
    half_done.edit(PAGE, "En ny mening.", "[Sönder](finns-inte.md).")
    running.wait_for(lambda heard: heard["kind"] == "fault")
    folder = tmp_path / "own"
    for name, path in {
        "overview.html": "/",
        "page.html": "/page/de/index",
        "source.html": "/page/sv/kontakt",
        "rule.html": "/rules/link-name",
        "missing.html": "/nothing",
    }.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(running.get(path).body, "utf-8")
    found = run("check", *sorted(folder.iterdir()), "--family", "accessibility", "--family", "html")
    assert found.status == 0, found.out
    assert "failed" not in run("check", *sorted(folder.iterdir()), "--family", "html", "--format", "json").out
