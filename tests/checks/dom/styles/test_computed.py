"""CSS Cascade 5, CSS Values 4: what declarations come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.dom.styles import style

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.dom.tree import Dom, Node

    Grow = Callable[..., Dom]


def target(dom: Dom) -> Node:
    node = dom.by_id("t")
    assert node is not None
    return node


@pytest.mark.parametrize(
    ("declarations", "name", "value"),
    [
        ("width: 2em", "width", "40px"),
        ("width: 2rem", "width", "32px"),
        ("width: 50vw", "width", "640px"),
        ("height: 50vh", "height", "360px"),
        ("width: 1in", "width", "96px"),
        ("width: 12pt", "width", "16px"),
        ("width: 50%", "width", "50%"),
        ("width: 0", "width", "0px"),
        ("width: -0.5e1px; margin-left: -0.5e1px", "margin-left", "-5px"),
        ("width: calc(1em + 2 * (3px - 1px))", "width", "24px"),
        ("width: calc(100% - 1em)", "width", "calc(100% - 20px)"),
        ("width: min(10px, 1em)", "width", "10px"),
        ("width: max(10px, 1em)", "width", "20px"),
        ("width: clamp(1px, 5em, 50px)", "width", "50px"),
        ("width: calc(1px / 0)", "width", "calc(1px / 0)"),
        ("font-size: 150%", "font-size", "30px"),
        ("font-size: 1.5em", "font-size", "30px"),
        ("font-size: larger", "font-size", "24px"),
        ("font-size: x-large", "font-size", "24px"),
        ("font-size: calc(1rem + 1em)", "font-size", "36px"),
        ("font-size: -3px", "font-size", "0px"),
        ("font-weight: bold", "font-weight", "700"),
        ("font-weight: bolder", "font-weight", "700"),
        ("font-weight: lighter", "font-weight", "100"),
        ("line-height: 1.5", "line-height", "1.5"),
        ("line-height: 150%", "line-height", "30px"),
        ("line-height: 2em", "line-height", "40px"),
        ("opacity: 50%", "opacity", "0.5"),
        ("opacity: 7", "opacity", "1"),
        ("color: currentcolor", "color", "navy"),
        ("background-color: inherit", "background-color", "transparent"),
        ("color: initial", "color", "canvastext"),
        ("all: unset", "display", "inline"),
        ("border: solid", "border-top-width", "3px"),
        ("border: 1px solid", "border-left-color", "currentcolor"),
        ("float: left; display: inline", "display", "block"),
        ("position: fixed; display: inline-flex", "display", "flex"),
        ("overflow: hidden visible", "overflow-y", "auto"),
        ("overflow: clip", "overflow-x", "clip"),
        ('content: "Aa"', "content", '"Aa"'),
        ("letter-spacing: .1em", "letter-spacing", "2px"),
        ("transform: translate(-10em, 0)", "transform", "translate(-200px, 0)"),
    ],
)
def test_computed_values(grow: Grow, declarations: str, name: str, value: str) -> None:
    dom = grow(f"<body style='font-size: 20px; color: navy'><div id=t style='{declarations}'>x</div>")

    assert style(target(dom))[name] == value


@pytest.mark.parametrize(
    ("shorthand", "longhands"),
    [
        ("margin: 1px 2px 3px", {"margin-top": "1px", "margin-left": "2px", "margin-bottom": "3px"}),
        ("inset: 0 auto", {"top": "0px", "left": "auto"}),
        ("inset-inline: 1px 2px", {"left": "1px", "right": "2px"}),
        ("background: red", {"background-color": "red", "background-image": "none"}),
        (
            "background: url(a.png) no-repeat, #fff",
            {"background-color": "#fff", "background-image": "url(a.png)"},
        ),
        ("background: center / cover url(a.png)", {"background-image": "url(a.png)"}),
        ("background: linear-gradient(red, blue) fixed", {"background-image": "linear-gradient(red, blue)"}),
        ("background: bogus; background-color: red", {"background-color": "red"}),
        ("font: italic bold 10px/2 serif", {"font-weight": "700", "font-size": "10px", "line-height": "2"}),
        ("font: 10px", {"font-size": "16px"}),
        ("border-top: 2px dashed red", {"border-top-style": "dashed", "border-left-style": "none"}),
        ("outline: 0", {"outline-style": "none", "outline-width": "0px"}),
        ("outline: thick solid red", {"outline-width": "5px", "outline-color": "red"}),
        ("text-decoration: underline dotted red", {"text-decoration-line": "underline"}),
        ("text-decoration: none", {"text-decoration-line": "none"}),
        ("overflow: hidden", {"overflow-x": "hidden", "overflow-y": "hidden"}),
        (
            "animation: 2s ease-in x infinite",
            {"animation-name": "x", "animation-iteration-count": "infinite"},
        ),
        ("list-style: none", {"list-style-type": "none"}),
        ("-webkit-user-select: none", {"user-select": "none"}),
    ],
)
def test_shorthands_and_other_names(grow: Grow, shorthand: str, longhands: dict[str, str]) -> None:
    found = style(target(grow(f'<p id=t style="{shorthand}">x</p>')))

    assert {name: found[name] for name in longhands} == longhands


@pytest.mark.parametrize(
    ("sheet", "width"),
    [
        (":root { --a: 5px } p { width: var(--a) }", "5px"),
        ("p { width: var(--none, 7px) }", "7px"),
        ("p { width: var(--none, var(--b, 8px)) }", "8px"),
        ("p { width: 3px; width: var(--none) }", "auto"),
        (":root { --a: var(--b); --b: var(--a) } p { width: var(--a, 4px) }", "4px"),
        (":root { --a: var(--b); --b: 6px } p { width: calc(var(--a) * 2) }", "12px"),
        (":root { --A: 1px; --a: 2px } p { width: var(--A) }", "1px"),
        (":root { --a: red } p { width: var(--a) }", "auto"),
        (":root { --a: 1px } p { --a: initial; width: var(--a, 9px) }", "9px"),
    ],
)
def test_custom_properties(grow: Grow, sheet: str, width: str) -> None:
    assert style(target(grow(f"<style>{sheet}</style><p id=t>x</p>")))["width"] == width


def test_a_variable_in_a_shorthand(grow: Grow) -> None:
    found = style(target(grow('<p id=t style="--c: #123; border: 1px solid var(--c)">x</p>')))

    assert (found["border-top-color"], found["border-left-style"]) == ("#123", "solid")


def test_lengths_numbers_and_colours(grow: Grow) -> None:
    found = style(
        target(grow('<p id=t style="width: 1em; line-height: 1.5; color: rgb(255 0 0 / 50%)">x</p>'))
    )
    colour = found.colour("border-top-color")

    assert (found.length("width"), found.length("height"), found.length("letter-spacing")) == (
        16.0,
        None,
        0.0,
    )
    assert (found.number("line-height"), found.number("width")) == (1.5, None)
    assert colour is not None
    assert (colour.red, colour.green, colour.blue, colour.alpha) == (1.0, 0.0, 0.0, 0.5)


@pytest.mark.parametrize(
    ("markup", "name", "value"),
    [
        ("<h1 id=t>x</h1>", "font-size", "32px"),
        ("<b id=t>x</b>", "font-weight", "700"),
        ("<a id=t href=x>x</a>", "text-decoration-line", "underline"),
        ("<a id=t>x</a>", "text-decoration-line", "none"),
        ("<div id=t hidden>x</div>", "display", "none"),
        ("<div id=t hidden style='display: block'>x</div>", "display", "block"),
        ("<div id=t hidden=until-found>x</div>", "content-visibility", "hidden"),
        ("<dialog id=t>x</dialog>", "display", "none"),
        ("<dialog id=t open>x</dialog>", "display", "block"),
        ("<div id=t popover>x</div>", "display", "none"),
        ("<input id=t type=hidden style='display: block'>", "display", "none"),
        ("<table><tr><td id=t bgcolor=ff0000>x</table>", "background-color", "#ff0000"),
        ("<font id=t color=red size=+1>x</font>", "font-size", "18px"),
        ("<p id=t align=center>x</p>", "text-align", "center"),
        ("<img id=t width=10 height='20%'>", "height", "20%"),
        ("<img id=t width=10 style='width: 5px'>", "width", "5px"),
        ("<svg><text id=t font-size=5 opacity=.5>x</text></svg>", "opacity", "0.5"),
        ("<svg><title id=t>x</title></svg>", "display", "none"),
        ("<button id=t>x</button>", "background-color", "#efefef"),
    ],
)
def test_what_html_looks_like_by_itself(grow: Grow, markup: str, name: str, value: str) -> None:
    assert style(target(grow(markup)))[name] == value
