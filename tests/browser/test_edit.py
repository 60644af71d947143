"""Translating in place, in a real browser and with nothing but a keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from checks.judge import judge
from checks.model import Outcome
from checks.registry import select
from checks.subjects import gather
from tests.browser.translating import CATALOG, GREETING, LINKED, SAVED, SOURCE, Translator, opened, said

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.audit import Axe


def test_a_changed_sentence_is_found_translated_and_seen_in_both_languages(translator: Translator) -> None:
    translator.rewrite(SOURCE, GREETING, "Undrar du något om stadens internationella arbete?")
    for language, old, new in (("de", "Haben Sie", "Möchten Sie"), ("en", "Do you have", "Would you like")):
        page = translator.visits(language)
        expect(page.locator('details[data-which][data-state="fuzzy"]')).to_have_count(1)
        page.keyboard.press("F9")
        field = page.get_by_role("textbox", name="Translation")
        expect(field).to_be_focused()
        form = page.locator("form.edit")
        expect(form.locator("ins").first).to_have_text("Undrar")
        text = field.input_value()
        assert text.startswith(old), text
        page.keyboard.press("Control+Home")
        for _ in old:
            page.keyboard.press("Delete")
        page.keyboard.type(new)
        page.keyboard.press("Control+Enter")
        expect(page.locator("form.edit")).to_have_count(0)
        expect(said(page)).to_have_text(SAVED)
        expect(page.frame_locator("#frame").locator("main")).to_contain_text(new)
        assert f'msgstr "{new}{text.removeprefix(old)}"' in translator.catalog(language)
        assert "fuzzy" not in translator.catalog(language)


def test_what_has_changed_is_shown_with_chips_and_what_was_saved_is_told_in_sight(
    translator: Translator,
) -> None:
    translator.rewrite(SOURCE, "Läs mer i vår", "Läs mer om brister i vår")
    page = translator.visits("de")
    expect(page.locator('details[data-which][data-state="fuzzy"]')).to_have_count(1)
    page.keyboard.press("F9")
    change = page.locator("form.edit dd", has=page.locator("ins"))
    expect(change.locator("ins")).to_have_text("om brister")
    expect(change.locator(".chip")).to_have_text(["[link 1]", "[/link 1]"])
    page.keyboard.press("Control+Enter")
    expect(said(page)).to_have_text(SAVED)
    expect(said(page)).to_be_in_viewport()  # far down in the panel, too


def test_the_way_to_the_next_text_begins_in_the_sites_page_too(translator: Translator) -> None:
    translator.rewrite(CATALOG.format("de"), 'msgstr "um welche Seite es geht"', 'msgstr ""')
    page = translator.visits("de")
    expect(page.locator('details[data-which][data-state="untranslated"]')).to_have_count(1)
    page.frame_locator("#frame").locator("main a").first.focus()
    page.keyboard.press("F8")
    expect(page.get_by_role("textbox", name="Translation")).to_be_focused()


def test_in_a_small_window_too_the_field_that_has_the_focus_is_in_sight(translator: Translator) -> None:
    translator.rewrite(SOURCE, "Läs mer i vår", "Läs mer om brister i vår")
    page = translator.visits("de", size=(320, 700))
    expect(page.locator('details[data-which][data-state="fuzzy"]')).to_have_count(1)
    page.keyboard.press("F9")
    field = page.get_by_role("textbox", name="Translation")
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    page.keyboard.press("Control+Enter")
    expect(said(page)).to_be_in_viewport()
    expect(page.locator("summary:focus")).to_be_in_viewport()


def test_a_placeholder_is_met_deleted_and_put_back_as_a_whole(translator: Translator) -> None:
    page = translator.visits("de", LINKED)
    field = opened(page, "sich an uns wenden")
    whole = field.input_value()
    place = whole.index("[link 1]")
    page.keyboard.press("Control+Home")
    for _ in range(place + 1):
        page.keyboard.press("ArrowRight")
    expect(said(page)).to_have_text("[link 1] meddela oss")
    page.keyboard.press("Backspace")
    expect(field).to_have_value(whole.replace("[link 1]", "", 1))
    expect(said(page)).to_contain_text("Taken out")
    expect(page.get_by_role("status", name="What the rules say")).to_contain_text("[link 1] is missing")
    page.keyboard.press("Control+Enter")
    expect(said(page)).to_contain_text("Nothing was saved")
    page.keyboard.press("F2")
    expect(field).to_have_value(whole)
    page.keyboard.press("Control+Enter")
    expect(page.locator("form.edit")).to_have_count(0)


def test_a_selection_never_cuts_a_placeholder(translator: Translator) -> None:
    field = opened(translator.visits("de", LINKED), "sich an uns wenden")
    whole = field.input_value()
    place = whole.index("[link 1]")
    field.evaluate("(area, at) => area.setSelectionRange(at - 3, at + 3)", place)
    field.press("x")
    expect(field).to_have_value(f"{whole[: place - 3]}x{whole[place + len('[link 1]') :]}")
    field.press("Control+z")
    expect(field).to_have_value(whole)


def test_what_stands_beside_a_placeholder_leaves_it_whole(translator: Translator) -> None:
    page = translator.visits("de", LINKED)
    field = opened(page, "sich an uns wenden")
    field.press("Control+a")
    field.press("Delete")
    field.press("F2")
    expect(field).to_have_value("[link 1][/link 1]")
    field.press("Home")
    page.keyboard.type("[")
    expect(field).to_have_value("[[link 1][/link 1]")
    field.press("Delete")
    expect(field).to_have_value("[[/link 1]")
    field.press("Backspace")
    expect(field).to_have_value("[/link 1]")
    field.press("F2")
    expect(field).to_have_value("[link 1][/link 1]")


def test_a_touch_keyboard_that_names_no_keys_cuts_no_placeholder(translator: Translator) -> None:
    field = opened(translator.visits("de", LINKED), "sich an uns wenden")
    whole = field.input_value()
    end = whole.index("[link 1]") + len("[link 1]")
    field.evaluate(
        """(area, end) => {
          area.setRangeText("", end - 1, end, "end");
          area.dispatchEvent(new InputEvent("input", {inputType: "deleteContentBackward"}));
        }""",
        end,
    )
    expect(field).to_have_value(whole.replace("[link 1]", "", 1))


def test_typed_brackets_stay_text_on_the_page(translator: Translator) -> None:
    page = translator.visits("de")
    field = opened(page, "um welche Seite es geht")
    field.press("Control+a")
    page.keyboard.type("um welche <Seite & es> 3 < 4")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status", name="What the rules say")).to_contain_text("is no placeholder")
    field.press("Control+a")
    page.keyboard.type("um welche Seite & es 3 < 4")
    page.keyboard.press("Control+Enter")
    expect(page.frame_locator("#frame").locator("main")).to_contain_text("um welche Seite & es 3 < 4")


def test_the_glossary_is_offered_and_inserted_by_its_shortcut(translator: Translator) -> None:
    page = translator.visits("de")
    field = opened(page, "Haben Sie eine Frage")
    offer = page.locator("[data-offer]").first
    words = offer.locator("span").inner_text()
    field.press("Control+a")
    field.press("Control+Shift+Digit1")
    expect(field).to_have_value(words)


def test_shortcuts_can_be_turned_off(translator: Translator) -> None:
    page = translator.visits("de")
    field = opened(page, "um welche Seite es geht")
    page.locator("summary", has_text="Keyboard shortcuts").press("Enter")
    page.get_by_label("Use keyboard shortcuts").press("Space")
    field.press("Escape")
    page.keyboard.press("F8")
    expect(field).to_be_visible()


def test_the_next_text_may_stand_on_another_page(translator: Translator) -> None:
    name = "locales/de/LC_MESSAGES/internationellt-arbete.po"
    translator.rewrite(name, 'msgstr "So arbeiten wir"', 'msgstr ""')
    page = translator.visits("de")
    page.keyboard.press("F8")
    page.wait_for_url(re.compile("internationellt-arbete"))
    expect(page.get_by_role("textbox", name="Translation")).to_be_focused()
    page.keyboard.type("So arbeiten wir")
    page.keyboard.press("Control+Enter")
    expect(page.frame_locator("#frame").locator("main")).to_contain_text("So arbeiten wir")
    expect(said(page)).to_have_text(SAVED)
    page.keyboard.press("F8")
    expect(said(page)).to_have_text("There is none left in this language, on any page.")


@pytest.mark.parametrize(("size", "scheme"), [((1280, 900), "light"), ((320, 800), "dark")])
def test_the_open_form_adds_nothing_that_axe_or_our_own_rules_find(
    translator: Translator, axe: Axe, tmp_path: Path, size: tuple[int, int], scheme: Literal["light", "dark"]
) -> None:
    page = translator.visits("de", LINKED, size)
    page.emulate_media(color_scheme=scheme)
    page.locator("details[data-which]", has_text="sich an uns wenden").first.locator("summary").press("Enter")
    before = {*axe(page), *found(page, tmp_path)}
    page.get_by_role("button", name="sich an uns wenden").first.press("Enter")
    field = page.get_by_role("textbox", name="Translation")
    expect(field).to_be_focused()
    field.press("Control+a")
    page.keyboard.type("Ohne Verweis 12")
    expect(page.get_by_role("status", name="What the rules say")).to_contain_text("is missing")
    assert {*axe(page), *found(page, tmp_path)} - before == set()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def found(page: Page, folder: Path) -> list[str]:
    """Return what our rules on accessibility and HTML are sure of in the page as it is now."""
    shown = folder / "shown.html"
    shown.write_text(page.content(), "utf-8")
    report = judge(gather([shown]), select(families=["accessibility", "html"]))
    failed = (finding for finding in report.findings if finding.outcome is Outcome.FAILED)
    return [f"{finding.rule.id}: {finding.message} {finding.place.selector}" for finding in failed]
