"""Whoever reads on a small screen, with large text or with wide spacing, reads all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.layout import lost, space_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from tests.browser.visitor import Visitor

SMALL = (320, 640)
"""Pixels: a window of 1280 at a zoom of 400 % (WCAG 1.4.10), and the smallest telephones."""

TEXT = """
<!DOCTYPE html><html lang="sv"><title>Kontakt</title><style>{css}</style>
<h1>Kontakta oss</h1>
<p>Ring oss när du vill, eller kom till stadshuset på vardagar mellan klockan nio och sexton.</p>
<p>Du kan också skriva till oss.</p>
"""
PLANTED = {
    "nothing": ("", ""),
    "a thing that is wide": ("h1 { inline-size: 400px }", "the page scrolls sideways: "),
    "lines that do not break": ("p { white-space: nowrap }", "cut off: “Ring oss"),
    "a text out of the page": ("p { margin-inline-start: -20px }", "cut off: “Ring oss"),
    "a box that is low": ("p { block-size: 3em; overflow: hidden }", "cut off: “Ring oss"),
    "a thing on top": ("h1 { position: absolute; inset: 0; background: white }", "covered: “Ring oss"),
    "lines that are near": ("p { line-height: 0.4 }", "overlapping: “Ring oss"),
    "paragraphs that are near": ("h1 { margin-block-end: -1.5em }", "overlapping: “Kontakta oss” and “Ring"),
}


@pytest.mark.parametrize("spaced", [False, True], ids=["as it is", "text spaced"])
def test_a_window_of_320_pixels_has_everything(visitor: Visitor, pages: list[str], *, spaced: bool) -> None:
    assert faults(visitor, pages, SMALL, spaced=spaced) == {}


@pytest.mark.parametrize("width", [640, 1280])
def test_text_can_be_spaced(visitor: Visitor, pages: list[str], width: int) -> None:
    assert faults(visitor, pages, (width, 800), spaced=True) == {}


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_text_can_be_twice_as_large(
    visit: Callable[..., Visitor], large_print: Browser, home: str, pages: list[str], width: int
) -> None:
    reader = visit(home, large_print)
    assert reader.open(pages[0]).evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert faults(reader, pages, (width, 800)) == {}


@pytest.mark.parametrize(("css", "complaint"), PLANTED.values(), ids=PLANTED)
def test_what_is_lost_is_found(visit: Callable[..., Visitor], css: str, complaint: str) -> None:
    page = visit("about:blank").open(size=SMALL)
    page.set_content(TEXT.format(css=css))

    found = lost(page)
    assert [line for line in found if line.startswith(complaint)] if complaint else found == []


def faults(
    visitor: Visitor, pages: list[str], size: tuple[int, int], *, spaced: bool = False
) -> dict[str, list[str]]:
    """Return what is lost on which page in a window of this size."""
    found = {}
    page = visitor.open(pages[0], size=size)
    for address in pages:
        page.goto(visitor.home + address)
        if spaced:
            space_text(page)
        found[address] = lost(page)
    return {address: complaints for address, complaints in found.items() if complaints}
