"""What is saved shows; what is broken says why, and hides nothing; what is mended mends itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.files import only_run
from pipeline.locales import catalog_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tests.support import SiteFolder
    from tests.tolkbar.preview.conftest import Preview

    Start = Callable[..., Preview]

PAGE = "source/pages/index.md"
MADE: Callable[[dict[str, Any]], bool] = lambda heard: heard["kind"] == "made" and heard["settled"]  # noqa: E731
FAULT: Callable[[dict[str, Any]], bool] = lambda heard: heard["kind"] == "fault"  # noqa: E731


def test_a_changed_sentence_shows_in_the_source_language(preview: Start, site: SiteFolder) -> None:
    running = preview()
    site.edit(PAGE, "+++\n\n", "+++\n\nEn ny mening.\n\n")
    running.wait_for(MADE)
    assert "En ny mening." in running.get("/site/sv/index.html").body
    assert "En ny mening." in running.get("/page/de/index").body


def test_a_changed_sentence_shows_before_anybody_looks_for_what_it_was_before(
    preview: Start, site: SiteFolder
) -> None:
    running = preview()
    site.edit(PAGE, "+++\n\n", "+++\n\nEn ny mening.\n\n")
    first = running.wait_for(lambda heard: heard["kind"] == "made")
    assert not first["settled"]
    then = running.wait_for(MADE)
    assert then["revision"] == first["revision"] + 1


def test_a_changed_translation_shows_in_its_edition(preview: Start, site: SiteFolder) -> None:
    running = preview()
    heading = running.get("/site/de/index.html").soup.h1
    assert heading is not None
    site.edit(catalog_name("de", "index"), f'msgstr "{heading.text}"', 'msgstr "Anders gesagt"')
    running.wait_for(MADE)
    assert "Anders gesagt" in running.get("/site/de/index.html").body


def test_a_new_page_and_its_catalogs_appear(preview: Start, site: SiteFolder) -> None:
    running = preview()
    site.page("nytt.md", "# Nytt\n\nNågot nytt.\n", title="Nytt")
    running.wait_for(MADE)
    assert running.get("/page/sv/nytt").status == 200
    assert (site.root / catalog_name("de", "nytt")).is_file()


def test_a_broken_source_is_named_with_its_line_and_the_last_state_stays(
    preview: Start, site: SiteFolder
) -> None:
    running = preview()
    before = running.get("/site/sv/index.html").body
    site.edit(PAGE, "+++\n\n", "+++\n\n[ingenstans](finns-inte.md)\n\n")
    running.wait_for(FAULT)
    fault = running.get("/page/sv/index").soup.select_one("#fault")
    assert fault is not None
    assert "You see how it was before." in fault.text
    assert f"{PAGE}:{site.line(PAGE, 'ingenstans')}" in fault.text
    assert "There is no page finns-inte." in fault.text
    assert running.get("/site/sv/index.html").body == before

    site.edit(PAGE, "[ingenstans](finns-inte.md)\n\n", "")
    running.wait_for(MADE)
    mended = running.get("/page/sv/index").soup.select_one("#fault[hidden]")
    assert mended is not None


def test_a_damaged_catalog_is_named_with_its_line_and_hides_no_text(preview: Start, site: SiteFolder) -> None:
    running = preview()
    texts = len(running.get("/page/de/index").soup.select("#own details"))
    name = catalog_name("de", "index")
    content = site.read(name)
    site.write(name, f'{content}\nmsgid "halb\n')
    running.wait_for(FAULT)
    page = running.get("/page/de/index").soup
    fault = page.select_one("#fault")
    assert fault is not None
    assert f"{name}:" in fault.text
    assert len(page.select("#own details")) == texts
    site.write(name, content)
    running.wait_for(MADE)


def test_a_site_that_is_broken_from_the_start_appears_when_it_is_mended(
    preview: Start, site: SiteFolder
) -> None:
    settings = site.read("source/site.toml")
    site.write("source/site.toml", settings.replace("menu", "meny"))
    running = preview()
    first = running.get("/")
    assert first.status == 200
    assert "source/site.toml:" in first.body
    assert running.get("/page/sv/index").status == 200
    site.write("source/site.toml", settings)
    running.wait_for(MADE)
    assert running.get("/").soup.select(".pages a")


def test_while_another_run_works_on_the_site_it_waits_and_says_so(preview: Start, site: SiteFolder) -> None:
    with only_run(site.root):
        running = preview()
        assert "Another run of tolkbar is working on this site." in running.get("/").body
    running.wait_for(MADE)
    assert "Another run" not in running.get("/").body


def test_it_holds_the_lock_only_while_it_makes(preview: Start, site: SiteFolder) -> None:
    running = preview()
    with only_run(site.root):  # raises where somebody else has it
        site.edit(PAGE, "+++\n\n", "+++\n\nEn ny mening.\n\n")
        running.wait_for(FAULT)
    running.wait_for(MADE)


def test_what_it_writes_into_catalogs_itself_is_no_change(preview: Start, site: SiteFolder) -> None:
    running = preview()
    site.edit(PAGE, "+++\n\n", "+++\n\nEn ny mening.\n\n")
    first = running.wait_for(MADE)["revision"]
    assert "En ny mening." in site.read(catalog_name("de", "index"))
    site.edit(PAGE, "En ny mening.", "En helt annan.")
    assert running.wait_for(MADE)["revision"] == first + 2  # once as it is, once with its catalogs


def test_files_that_belong_to_nobody_change_nothing(preview: Start, site: SiteFolder) -> None:
    running = preview()
    for name in (".index.md.swp", "index.md~", "#index.md#"):
        site.write(f"source/pages/{name}", "x")
    site.edit(PAGE, "+++\n\n", "+++\n\nEn ny mening.\n\n")
    assert running.wait_for(MADE)["revision"] == 3  # built, and built with its catalogs
