"""Who has no mouse gets everywhere, sees where they are, and gets back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.keyboard import unseen, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.visitor import Visitor

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"scheme": "light"},
    "dark": {"scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "small": {"size": (320, 640)},
}

THINGS = """
<!DOCTYPE html><html lang="sv"><title>Kontakt</title>
<style>:focus {{ outline: 3px solid black; outline-offset: 2px }} {css}</style>
<a href="#a">Hit</a> <button>Sök</button> <button disabled>Inte än</button> <a>Inget mål</a>
<label><input type="radio" name="val">Ja</label> <label><input type="radio" name="val" checked>Nej</label>
<details><summary>Mer</summary><a href="#b">Hopvikt</a></details>
<iframe title="Karta" srcdoc="<a href='#c'>I kartan</a>"></iframe>
<p><template shadowrootmode="open"><a href="#e">I skuggan</a></template></p>
<a href="#d" {attributes}>Dit</a>
"""
STOPS = ["a Hit", "button Sök", "input val", "summary Mer", "a I kartan", "a I skuggan", "a Dit"]
ASTRAY = {
    "nothing": ("", ""),
    "a trap": ('onkeydown="event.preventDefault()"', "Tab does not get out of a Dit"),
    "an order of its own": (
        'tabindex="1"',
        f"Tab meets a Dit, {', '.join(STOPS[:-1])}; in the document stand",
    ),
    "a thing that sends the focus away": ('onfocus="this.blur()"', "Tab passes by a Dit"),
}
MARKS = {
    "as it is": ("", []),
    "removed": ("button:focus { outline: none }", ["button Sök"]),
    "too thin": ("button:focus { outline-width: 1px }", ["button Sök"]),
    "too pale": ("button:focus { outline-color: #ccc }", ["button Sök"]),
    "too short": ("button:focus { outline: none; border-bottom: 4px solid black }", ["button Sök"]),
}


def test_tab_stops_at_everything_in_order_and_shift_tab_goes_back(visitor: Visitor, pages: list[str]) -> None:
    found = {address: walk(visitor.open(address)) for address in pages}
    assert {address: complaints for address, complaints in found.items() if complaints} == {}


@pytest.mark.parametrize("look", LOOKS)
def test_one_sees_where_one_is(visitor: Visitor, looks: list[str], look: str) -> None:
    found = {address: unseen(visitor.open(address, **LOOKS[look])) for address in looks}
    assert {address: names for address, names in found.items() if names} == {}


@pytest.mark.parametrize(("attributes", "complaint"), ASTRAY.values(), ids=ASTRAY)
def test_a_walk_that_goes_astray_is_found(
    visit: Callable[..., Visitor], attributes: str, complaint: str
) -> None:
    page = visit("about:blank").open()
    page.set_content(THINGS.format(css="", attributes=attributes))

    found = walk(page)
    assert found[0].startswith(complaint) if complaint else found == []


@pytest.mark.parametrize(("css", "names"), MARKS.values(), ids=MARKS)
def test_a_focus_that_cannot_be_seen_is_found(
    visit: Callable[..., Visitor], css: str, names: list[str]
) -> None:
    page = visit("about:blank").open()
    page.set_content(THINGS.format(css=css, attributes=""))
    assert unseen(page) == names
