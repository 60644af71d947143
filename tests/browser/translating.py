"""Somebody who translates in the browser, with nothing but a keyboard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.visitor import Visitor

expect.set_options(timeout=30_000)  # a busy machine is no fault

CATALOG = "locales/{}/LC_MESSAGES/kontakt.po"
SOURCE = "source/pages/kontakt.md"
GREETING = "Har du en fråga om Västerås stads internationella arbete?"
LINKED = "tillganglighetsredogorelse"
SAVED = re.compile(r"^Saved in locales/.*:\d+\.( The page is up to date again\.)?$")


@dataclass(frozen=True, slots=True)
class Translator:
    """Somebody who translates the site at ``root`` and has no mouse."""

    root: Path
    visitor: Visitor

    def visits(self, language: str, name: str = "kontakt", size: tuple[int, int] = (1280, 900)) -> Page:
        page = self.visitor.open(f"page/{language}/{name}", size=size)
        expect(page.locator('[data-slot="text"] button').first).to_be_attached()
        expect(page.get_by_text("The page is being judged.")).to_have_count(0)  # the panel is drawn anew then
        return page

    def catalog(self, language: str) -> str:
        return (self.root / CATALOG.format(language)).read_text("utf-8")

    def rewrite(self, name: str, old: str, new: str) -> None:
        """Change a file behind the back of the preview, by replacing it as editors do."""
        path = self.root / name
        text = path.read_text("utf-8")
        assert old in text
        beside = path.with_suffix(".new")
        beside.write_text(text.replace(old, new, 1), "utf-8")
        beside.replace(path)


def opened(page: Page, words: str) -> Locator:
    """Open the form of the text that has these words, as somebody does who sees it in the list."""
    text = page.locator("details[data-which]", has_text=words).first
    text.locator("summary").press("Enter")
    button = text.get_by_role("button", name="Translate")
    button.focus()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    field = text.get_by_role("textbox")
    expect(field).to_be_focused()
    return field


def said(page: Page) -> Locator:
    return page.locator("#news")
