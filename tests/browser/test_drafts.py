"""What has been written in the browser and not saved yet: whatever happens, nothing of it is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.previewing import previewed
from tests.browser.translating import CATALOG, GREETING, SAVED, SOURCE, Translator, opened, said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Dialog, Route

    from tests.browser.visitor import Visitor


def test_what_somebody_else_has_saved_is_shown_and_the_person_chooses(translator: Translator) -> None:
    page = translator.visits("de")
    field = opened(page, "um welche Seite es geht")
    field.press("End")
    page.keyboard.type(" (meins)")
    name = CATALOG.format("de")
    translator.rewrite(name, '"um welche Seite es geht"', '"welche Seite (ihres)"')
    page.keyboard.press("Control+Enter")
    conflict = page.get_by_role("heading", name="Somebody has changed this translation meanwhile")
    expect(conflict).to_be_focused()
    section = page.locator(".conflict")
    expect(section).to_contain_text("welche Seite (ihres)")
    expect(section).to_contain_text("um welche Seite es geht (meins)")
    assert '"welche Seite (ihres)"' in translator.catalog("de")
    page.keyboard.press("Tab")
    expect(section.get_by_role("button", name="Take theirs")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("form.edit")).to_have_count(0)
    assert '"um welche Seite es geht (meins)"' in translator.catalog("de")


@pytest.mark.parametrize("is_reopened", [False, True], ids=["in the same form", "in a form opened anew"])
def test_what_is_written_while_the_rest_is_being_saved_stays(
    translator: Translator, *, is_reopened: bool
) -> None:
    page = translator.visits("de")
    field = opened(page, GREETING)
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/edit/save", hold)
    page.keyboard.press("Control+Home")
    page.keyboard.type("Erst. ")
    with page.expect_request("**/edit/save"):
        page.keyboard.press("Control+Enter")
    if is_reopened:
        page.keyboard.press("Escape")
        page.locator("details[data-current]").get_by_role("button", name="Translate").press("Enter")
        expect(field).to_be_focused()
    page.keyboard.press("Control+Home")
    page.keyboard.type("Dann. ")
    (request,) = waiting
    request.continue_()
    page.unroute("**/edit/save")
    expect(said(page)).to_have_text(SAVED)
    assert '"Erst. Haben' in translator.catalog("de")
    expect(field).to_have_value(re.compile(r"^Dann\. Erst\. Haben"))


def test_a_draft_survives_closing_the_form_and_loading_the_page_anew(translator: Translator) -> None:
    page = translator.visits("de")
    field = opened(page, "um welche Seite es geht")
    field.press("End")
    page.keyboard.type(" genau")
    page.keyboard.press("Escape")
    expect(said(page)).to_contain_text("Your draft is kept")
    page.reload()
    field = opened(page, "um welche Seite es geht")
    expect(field).to_have_value("um welche Seite es geht genau")
    page.get_by_role("button", name="Back to what is saved").press("Enter")
    expect(field).to_have_value("um welche Seite es geht")


def test_leaving_with_something_unsaved_is_asked_about(translator: Translator) -> None:
    page = translator.visits("de")
    questions: list[str] = []

    def answer(dialog: Dialog) -> None:
        questions.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    opened(page, "um welche Seite es geht").press("x")
    page.reload()
    assert questions == ["beforeunload"]


def test_a_preview_that_is_started_again_asks_nothing_and_keeps_what_is_written(
    root: Path, visit: Callable[[str], Visitor]
) -> None:
    with previewed(root, "--edit") as home:
        translator = Translator(root, visit(home))
        page = translator.visits("de")
        opened(page, "um welche Seite es geht").press("x")
        first = page.locator("body").get_attribute("data-run") or ""
    questions: list[str] = []
    page.on("dialog", lambda dialog: questions.append(dialog.type))
    with previewed(root, "--edit", "--port", home.rstrip("/").rpartition(":")[2]):
        expect(page.locator("body")).not_to_have_attribute("data-run", first)
        assert questions == []
        expect(opened(page, "um welche Seite es geht")).to_have_value(re.compile("x"))
        translator.visitor.close()
    translator.visitor.complaints.clear()  # of the time in between


def test_a_change_on_disk_redraws_the_page_and_not_what_is_being_written(translator: Translator) -> None:
    page = translator.visits("de")
    field = opened(page, "um welche Seite es geht")
    field.press("End")
    page.keyboard.type(" genau")
    translator.rewrite(CATALOG.format("de"), '"Mängel bei der Barrierefreiheit melden"', '"Mängel nennen"')
    expect(page.frame_locator("#frame").locator("main")).to_contain_text("Mängel nennen")
    expect(field).to_be_focused()
    expect(field).to_have_value("um welche Seite es geht genau")


def test_a_draft_outlives_its_text_when_the_source_changes(translator: Translator) -> None:
    page = translator.visits("de")
    field = opened(page, "An wen Sie sich wenden, hängt davon ab")
    field.press("End")
    page.keyboard.type(" Mein Zusatz.")
    text = field.input_value()
    translator.rewrite(SOURCE, "som inte fungerar för dig?", "som inte fungerar som det ska för dig?")
    expect(page.locator('details[data-which][data-state="fuzzy"]')).to_have_count(1)
    expect(field).to_have_count(0)
    page.keyboard.press("F9")
    expect(page.get_by_role("textbox", name="Translation")).to_have_value(text)
    page.keyboard.press("Control+Enter")
    expect(page.locator("form.edit")).to_have_count(0)
    assert f'msgstr "{text}"' in translator.catalog("de")
    translator.visitor.complaints.clear()  # the rules may have been asked about the text that had just gone
