"""Nothing moves for those who have asked for stillness."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.visitor import Visitor

_MOVING: Final = """() => [...document.querySelectorAll("*")].filter((element) => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
  const lasts = transitionDuration.split(", ").some((seconds) => parseFloat(seconds) > 0);
  return lasts || animationName !== "none" || scrollBehavior === "smooth" || element.localName === "marquee";
}).map((element) => element.localName)"""


def moving(page: Page) -> set[str]:
    """Return the names of the elements that move, or would when something happens."""
    return set(page.evaluate(_MOVING))


def test_nothing_moves(visitor: Visitor, pages: list[str]) -> None:
    page = visitor.open(pages[0], motion="reduce")
    found = {}
    for address in pages:
        page.goto(visitor.home + address)
        found[address] = moving(page)
    assert {address: names for address, names in found.items() if names} == {}


def test_what_moves_is_found(visit: Callable[..., Visitor], own_home: str) -> None:
    assert moving(visit(own_home).open("sv/index.html")) == {"a"}  # links change their colour slowly


def test_dark_is_dark_and_light_is_light(visit: Callable[..., Visitor], own_home: str) -> None:
    grounds = [
        visit(own_home)
        .open("sv/index.html", scheme=scheme)
        .evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert grounds == ["rgb(252, 251, 248)", "rgb(16, 26, 29)"]
