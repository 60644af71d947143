"""What is printed is the text, black on white, and where its links lead."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import pytest
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.visitor import Scheme, Visitor

SHEETS: Final = 4
_PALE: Final = """() => {
  const linear = (part) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const contrastsWithPaper = (color) => {
    const [red, green, blue] = color.match(/[0-9.]+/g).map((part) => linear(Number(part)));
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5;
  };
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeValue?.trim());
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.checkVisibility() && hasText(element))
    .filter((element) => !contrastsWithPaper(getComputedStyle(element).color))
    .map((element) => element.textContent);
}"""


def printed(page: Page) -> list[str]:
    """Return the text of each sheet, without its spaces: lines are broken anywhere."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", tagged=True, prefer_css_page_size=True)))
    return ["".join(sheet.extract_text().split()) for sheet in reader.pages]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_is_printed_dark_and_what_leads_through_the_site_is_not(
    visitor: Visitor, looks: list[str], scheme: Scheme
) -> None:
    page = visitor.open(looks[0], scheme=scheme)
    page.emulate_media(media="print")
    for address in looks:
        page.goto(visitor.home + address)
        assert page.locator(":is(nav, .skip):visible").count() == 0, address
        assert page.evaluate(_PALE) == [], address


def test_a_sheet_has_the_text_and_the_addresses(visit: Callable[..., Visitor], own_home: str) -> None:
    page = visit(own_home).open("sv/index.html")
    sheets = printed(page)

    assert 0 < len(sheets) <= SHEETS
    assert all(sheets)
    text = "".join(sheets)
    assert "Internationelltarbetepåtrespråk" in text
    assert "www.vasteras.se(https://www.vasteras.se/)" in text
    assert "Hoppatillinnehållet" not in text
    assert "Deutsch" not in text


def test_printing_is_what_hides_the_menu(visit: Callable[..., Visitor], own_home: str) -> None:
    page = visit(own_home).open("sv/index.html", scheme="dark")

    page.emulate_media(media="screen")
    assert page.locator("nav:visible").count() == 3
    assert page.evaluate(_PALE) != []
