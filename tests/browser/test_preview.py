"""The preview follows whoever writes or translates, and takes neither place nor focus away."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.keyboard import walk
from tests.browser.previewing import previewed
from tests.support import SiteFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import FrameLocator, Route

    from tests.browser.audit import Axe
    from tests.browser.visitor import Visitor

SOURCE = "source/pages/kontakt.md"
CATALOG = "locales/de/LC_MESSAGES/kontakt.po"
NEW = "En mening som ingen har översatt."
LONG = 60_000  # milliseconds: a machine may have more to do than to judge a site
LABEL = "element => getComputedStyle(element, '::after').content"
FRAME = "document.getElementById('frame').contentWindow"
LOAD = """async () => {
    const { frame } = await import("/assets/shell.js");
    frame.load(frame.page.location.pathname);
}"""
AT_REST = """() => {
    const before = window.before;
    window.before = FRAME.scrollY;
    return window.before > 0 && window.before === before;
}""".replace("FRAME", FRAME)
PAGES = ("", "page/de/kontakt", "page/sv/index", "rules/link-name", "nothing")


def _with_a_new_sentence(own_site: Path, root: Path) -> SiteFolder:
    """Return a copy of the site that comes with the tool, with a sentence that nobody has translated."""
    shutil.copytree(own_site, root, ignore=shutil.ignore_patterns("output"))
    folder = SiteFolder(root)
    folder.write(SOURCE, f"{folder.read(SOURCE)}\n\n{NEW}\n")
    return folder


@pytest.fixture(scope="module")
def standing(own_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of a preview of a site that nobody changes any more."""
    site = _with_a_new_sentence(own_site, tmp_path_factory.mktemp("standing") / "site")
    with previewed(site.root) as address:
        yield address


@pytest.fixture
def reader(visit: Callable[..., Visitor], standing: str) -> Visitor:
    """Return somebody who looks at it."""
    return visit(standing)


@pytest.fixture
def site(own_site: Path, tmp_path: Path) -> SiteFolder:
    """Return a copy of the site to be changed."""
    return _with_a_new_sentence(own_site, tmp_path / "site")


@pytest.fixture
def visitor(visit: Callable[..., Visitor], site: SiteFolder) -> Iterator[Visitor]:
    """Yield a visitor of the preview of that."""
    with previewed(site.root) as address:
        found = visit(address)
        yield found
        found.close()  # first: a page whose server is gone complains


def judged(page: Page) -> None:
    """Wait until the whole site is judged."""
    expect(page.locator("#judging")).to_have_count(0, timeout=LONG)


def framed(page: Page) -> FrameLocator:
    """Return the site's page within the preview's, once it is marked."""
    frame = page.frame_locator("#frame")
    expect(frame.locator("[data-tolkbar-state]").first).to_be_attached()
    return frame


def test_a_saved_sentence_shows_by_itself(visitor: Visitor, site: SiteFolder) -> None:
    page = visitor.open("page/de/kontakt")
    frame = framed(page)
    site.edit(SOURCE, NEW, "En annan mening.")
    expect(frame.get_by_text("En annan mening.")).to_be_visible()
    expect(page.locator("#news")).to_have_text("The page is up to date again.")
    expect(page.locator("details", has_text="En annan mening.")).to_have_count(1)


def test_states_stand_in_the_page_in_words_and_go_when_nobody_wants_them(reader: Visitor) -> None:
    page = reader.open("page/de/kontakt")
    text = framed(page).get_by_text(NEW)
    expect(text).to_have_attribute("data-tolkbar-state", "untranslated")
    assert "Untranslated" in str(text.evaluate("element => element.getAttribute('data-tolkbar-label')"))
    assert "attr" in str(text.evaluate(LABEL)) or "Untranslated" in str(text.evaluate(LABEL))
    assert text.evaluate("element => getComputedStyle(element).outlineStyle") == "dotted"
    page.get_by_label("Mark the texts in the page").uncheck()
    assert text.evaluate("element => getComputedStyle(element).outlineStyle") == "none"


def test_what_is_chosen_in_the_panel_is_shown_in_the_page(reader: Visitor) -> None:
    page = reader.open("page/de/kontakt")
    text = framed(page).get_by_text(NEW)
    page.locator("#own summary", has_text=NEW).press("Enter")
    expect(text).to_have_attribute("data-tolkbar-chosen", "")
    expect(text).to_be_in_viewport()
    expect(page.locator("details[open]", has_text=CATALOG)).to_be_visible()


def test_what_is_chosen_in_the_page_is_shown_in_the_panel(reader: Visitor) -> None:
    page = reader.open("page/de/kontakt")
    framed(page).get_by_text(NEW).click()
    chosen = page.locator("details[data-current]")
    expect(chosen).to_contain_text(NEW)
    expect(chosen).to_have_attribute("open", "")
    expect(chosen).to_be_in_viewport()


def test_place_and_focus_are_kept_when_the_page_is_new(visitor: Visitor, site: SiteFolder) -> None:
    page = visitor.open("page/de/kontakt", size=(1280, 400))
    text = framed(page).get_by_text(NEW)
    summary = page.locator("#own summary", has_text=NEW)
    summary.press("Enter")
    expect(text).to_be_in_viewport()
    page.wait_for_function(AT_REST)
    before = page.evaluate(f"{FRAME}.scrollY")
    site.edit(SOURCE, NEW, f"{NEW} Och en till.")
    expect(framed(page).get_by_text("Och en till.")).to_be_attached()
    expect(page.locator("#news")).to_have_text("The page is up to date again.")
    expect(page.locator("#own details[open] summary")).to_be_focused()
    page.wait_for_function(f"() => Math.abs({FRAME}.scrollY - {before}) < 5")


def test_place_is_kept_when_one_change_overtakes_another(reader: Visitor) -> None:
    page = reader.open("page/de/kontakt", size=(1280, 400))
    framed(page)
    page.evaluate(f"{FRAME}.scrollTo({{ top: 600, behavior: 'instant' }})")
    pages, sheets = _held(page, "**/site/**/*.html"), _held(page, "**/site/**/*.css")
    page.evaluate(LOAD)
    _release(page, pages)
    _wait(page, sheets)  # the first page is there, and not loaded before its style sheet is
    page.evaluate(LOAD)
    _wait(page, pages)
    _release(page, sheets)
    page.wait_for_function(f"() => {FRAME}.document.readyState === 'complete'")
    page.evaluate(f"{FRAME}.isFirst = true")  # is nowhere in the second
    _release(page, pages)
    _release(page, sheets)
    page.wait_for_function(f"() => !{FRAME}.isFirst && {FRAME}.scrollY === 600")


def _held(page: Page, pattern: str) -> list[Route]:
    """Return what ``page`` asks for from now on, and does not get before somebody releases it."""
    asked: list[Route] = []

    def hold(route: Route) -> None:
        asked.append(route)

    page.route(pattern, hold)
    return asked


def _wait(page: Page, asked: list[Route]) -> None:
    while not asked:
        page.wait_for_timeout(10)


def _release(page: Page, asked: list[Route]) -> None:
    _wait(page, asked)
    while asked:
        asked.pop().continue_()


def test_focus_within_the_sites_page_is_kept_too(visitor: Visitor, site: SiteFolder) -> None:
    page = visitor.open("page/de/kontakt")
    link = framed(page).locator("main a").first
    link.focus()
    site.edit(SOURCE, NEW, "En annan mening.")
    expect(framed(page).get_by_text("En annan mening.")).to_be_visible()
    expect(framed(page).locator("main a").first).to_be_focused()


def test_a_broken_source_is_told_and_the_page_stays(visitor: Visitor, site: SiteFolder) -> None:
    page = visitor.open("page/de/kontakt")
    frame = framed(page)
    site.edit(SOURCE, NEW, "[ingenstans](finns-inte.md)")
    line = site.line(SOURCE, "ingenstans")
    expect(page.locator("#fault")).to_contain_text(f"{SOURCE}:{line}")
    expect(page.locator("#news")).to_have_text("The site cannot be made; see above.")
    expect(frame.get_by_text(NEW)).to_be_visible()
    site.edit(SOURCE, "[ingenstans](finns-inte.md)", "Lagat.")
    expect(frame.get_by_text("Lagat.")).to_be_visible()
    expect(page.locator("#fault")).to_be_hidden()


def test_links_within_the_site_take_the_panel_along(reader: Visitor) -> None:
    page = reader.open("page/de/kontakt")
    framed(page).get_by_role("link", name="Startseite").first.click()
    expect(page).to_have_url(f"{reader.home}page/de/index")
    expect(page.locator("#own details").first).to_have_attribute("data-unit", "index.1")
    expect(page).to_have_title("Startseite (Deutsch) – Tolkbar")
    page.go_back()
    expect(page.locator("#own details").first).to_have_attribute("data-unit", "kontakt.1")


def test_a_page_that_an_edition_lacks_stays_the_page_that_was_asked_for(
    visitor: Visitor, site: SiteFolder
) -> None:
    block = '[languages.de]\npolicy = "block"'
    site.edit("source/site.toml", block, block.replace("block", "omit"))
    page = visitor.open("page/de/kontakt")
    expect(page.locator(".notice")).to_contain_text("This edition has no such page yet")
    expect(page.frame_locator("#frame").get_by_text(NEW)).to_have_attribute(
        "data-tolkbar-state", "untranslated"
    )
    expect(page).to_have_url(f"{visitor.home}page/de/kontakt")


def test_a_page_that_outlives_the_preview_knows_the_next_one(
    visit: Callable[..., Visitor], site: SiteFolder
) -> None:
    with previewed(site.root) as address:
        visitor = visit(address)
        page = visitor.open("page/de/kontakt")
        framed(page)
        first = page.locator("body").get_attribute("data-run")
    site.edit(SOURCE, NEW, "Skrivet medan ingen såg på.")
    with previewed(site.root, "--port", address.rstrip("/").rpartition(":")[2]):
        expect(framed(page).get_by_text("Skrivet medan ingen såg på.")).to_be_visible(timeout=LONG)
        assert page.locator("body").get_attribute("data-run") != first
        visitor.close()
    visitor.complaints.clear()  # of the time in between


def test_only_what_is_left_can_be_listed(reader: Visitor) -> None:
    page = reader.open("page/de/kontakt")
    texts = page.locator("#own details:visible")
    assert texts.count() > 1
    page.get_by_label("Only what is left to do").check()
    expect(texts).to_have_count(1)
    expect(texts).to_contain_text(NEW)


def test_findings_come_by_themselves_and_lead_to_their_place(visitor: Visitor, site: SiteFolder) -> None:
    page = visitor.open("page/de/kontakt")
    finding = page.locator(".findings li", has_text=f"{CATALOG}:{site.line(CATALOG, NEW)}")
    judged(page)
    expect(finding.first).to_contain_text("Blocking")
    finding.first.get_by_role("link", name="What the rule asks for").click()
    expect(page.locator("h1")).to_have_text("catalog-complete")


def test_the_overview_follows_too(visitor: Visitor, site: SiteFolder) -> None:
    page = visitor.open()
    expect(page.locator(".gate.closed")).to_be_visible(timeout=LONG)
    link = page.locator('td a[href="/page/de/kontakt"]')
    done, _, total = link.inner_text().partition("/")
    assert int(done) == int(total) - 1
    content = site.read(CATALOG)
    site.write(
        CATALOG, content.replace(f'msgid "{NEW}"\nmsgstr ""', f'msgid "{NEW}"\nmsgstr "Ein Satz, neu."')
    )
    expect(link).to_have_text(f"{total}/{total}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_has_nothing_against_the_pages(reader: Visitor, axe: Axe, address: str, scheme: str) -> None:
    page = reader.open(address, scheme=scheme)  # type: ignore[arg-type]
    if address.startswith("page/"):
        expect(page.frame_locator("#frame").locator("[data-tolkbar-unit]").first).to_be_attached()
        judged(page)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    reader.complaints[:] = [one for one in reader.complaints if "nothing" not in one and "404" not in one]
    assert axe(page) == []


@pytest.mark.parametrize("address", PAGES[:-1])
def test_no_page_is_wider_than_a_small_screen(reader: Visitor, address: str) -> None:
    page = reader.open(address, size=(320, 640))
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("address", ["", "page/de/kontakt"])
def test_the_keyboard_gets_everywhere_and_back(reader: Visitor, address: str) -> None:
    page = reader.open(address)
    if address:
        framed(page)
        judged(page)
    assert walk(page) == []
