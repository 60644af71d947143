"""CSS Cascade 5: which declaration counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.dom.styles import (
    Screen,
    conditions,
    in_state,
    inline,
    is_complete,
    pseudo,
    sources,
    style,
    style_on,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.dom.tree import Dom, Node

    Grow = Callable[..., Dom]


def target(dom: Dom) -> Node:
    node = dom.by_id("t")
    assert node is not None
    return node


@pytest.mark.parametrize(
    ("sheet", "attributes", "colour"),
    [
        ("p { color: red }", "", "red"),
        ("p { color: red } p { color: blue }", "", "blue"),
        (".a { color: red } p { color: blue }", 'class="a"', "red"),
        ("#t { color: red } .a.b { color: blue }", 'class="a b"', "red"),
        ("p { color: red !important } #t { color: blue }", "", "red"),
        ("p { color: red }", 'style="color: blue"', "blue"),
        ("p { color: red !important }", 'style="color: blue"', "red"),
        ("p { color: red !important }", 'style="color: blue !important"', "blue"),
        (":where(#t) { color: red } p { color: blue }", "", "blue"),
        (":is(#t, b) { color: red } .a { color: blue }", 'class="a"', "red"),
        (":not(#x) { color: red } .a { color: blue }", 'class="a"', "red"),
        ("@layer a { #t { color: red } } p { color: blue }", "", "blue"),
        ("@layer a { p { color: red !important } } p { color: blue !important }", "", "red"),
        ("@layer a, b; @layer b { p { color: red } } @layer a { p { color: blue } }", "", "red"),
        ("@layer a { p { color: blue } @layer b { #t { color: red } } }", "", "blue"),
        ("@layer a.b { p { color: red } } @layer a { p { color: blue } }", "", "blue"),
        ("@layer { p { color: red } } @layer { p { color: blue } }", "", "blue"),
        ("p { color: red; color: bogus }", "", "red"),
        ("p { color: red } p:bogus, p { color: blue }", "", "red"),
        ("p { color: red } p, p::-moz-x { color: blue }", "", "red"),
        ("p { color: red; color: blue !important; color: green }", "", "blue"),
        ("p { color: red } p { color: revert }", "", "black"),
        ("p { color: red } p { color: unset }", "", "black"),
        ("p { COLOR: RED }", "", "red"),
        ("p { color: red } /* } p { color: blue } */", "", "red"),
        ("p { color: red", "", "red"),
        ("p } b { color: blue } p { color: red }", "", "red"),
        ("<!-- p { color: red } -->", "", "red"),
        (r".sm\:x { color: red }", 'class="sm:x"', "red"),
        ("[data-x~=a] { color: red }", 'data-x="b a"', "red"),
        ("p:nth-child(1 of p) { color: red }", "", "red"),
        ("body:has(#t) p { color: red }", "", "red"),
        ("p:hover, p:visited { color: red }", "", "black"),
    ],
)
def test_which_declaration_counts(grow: Grow, sheet: str, attributes: str, colour: str) -> None:
    dom = grow(f"<style>body {{ color: black }} {sheet}</style><p id=t {attributes}>x</p>")

    assert style(target(dom))["color"] == colour


@pytest.mark.parametrize(
    ("sheet", "colour"),
    [
        ("main { & p { color: red } }", "red"),
        ("main { p { color: red } }", "red"),
        ("main { > p { color: red } }", "red"),
        ("p { .a & { color: red } }", "red"),
        ("p { @media screen { color: red } }", "red"),
        ("@media screen { p { &.b { color: red } } }", "red"),
        ("p { &:hover { color: red } }", "black"),
        ("@scope (main) { p { color: red } }", "red"),
        ("a { color: blue; b & { color: red } }", "black"),
    ],
)
def test_rules_in_rules(grow: Grow, sheet: str, colour: str) -> None:
    dom = grow(f"<style>body {{ color: black }} {sheet}</style><main class=a><p id=t class=b>x</p></main>")

    assert style(target(dom))["color"] == colour


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("(display: grid)", True),
        ("(display: bogus)", False),
        ("not (display: grid)", False),
        ("(display: grid) and (color: red)", True),
        ("(--x: 1)", True),
        ("selector(a:has(b))", True),
        ("selector(a:bogus)", False),
        ("(-moz-appearance: none)", False),
    ],
)
def test_feature_queries(grow: Grow, query: str, holds: bool) -> None:  # noqa: FBT001 - a table of facts
    dom = grow(f"<style>@supports {query} {{ p {{ color: red }} }}</style><p id=t>x</p>")

    assert (style(target(dom))["color"] == "red") is holds


@pytest.mark.parametrize(
    ("head", "applies"),
    [
        ("<style media=print>p { color: red }</style>", False),
        ('<style media="screen and (min-width: 600px)">p { color: red }</style>', True),
        ("<style type=text/less>p { color: red }</style>", False),
        ("<noscript><style>p { color: red }</style></noscript>", False),
        ('<link rel=stylesheet href="a.css">', True),
        ('<link rel="alternate stylesheet" title=x href="a.css">', False),
        ('<link rel=stylesheet disabled href="a.css">', False),
        ('<link rel=stylesheet media=print href="a.css">', False),
        ('<style>@import "a.css";</style>', True),
        ("<style>@import url(a.css) print;</style>", False),
        ("<style>b { color: blue } @import url(a.css);</style>", False),
        ("<style>@import url(loop.css);</style>", True),
        ('<link rel=stylesheet href="data:text/css,p%7Bcolor:red%7D">', True),
    ],
)
def test_which_sheets_a_page_has(grow: Grow, files: Callable[..., object], head: str, applies: bool) -> None:  # noqa: FBT001 - a table of facts
    beside = {"a.css": "p { color: red }", "loop.css": '@import "loop.css"; @import "a.css";'}
    dom = grow(f"{head}<p id=t>x</p>", files(beside))

    assert (style(target(dom))["color"] == "red") is applies
    assert is_complete(dom)


def test_imports_count_before_the_sheet_that_asks_for_them(grow: Grow, files: Callable[..., object]) -> None:
    beside = {"a.css": "p { color: blue }", "b.css": "#t { color: green }"}
    dom = grow(
        '<style>@import "a.css"; @import "b.css" layer(x); p { color: red }</style><p id=t>x</p>',
        files(beside),
    )

    assert style(target(dom))["color"] == "red"


def test_pages_of_a_site_share_what_they_parse(grow: Grow, files: Callable[..., object]) -> None:
    around = files({"a.css": "p { color: red }"})
    for _ in range(3):
        dom = grow('<link rel=stylesheet href="a.css"><p id=t>x</p>', around)
        assert style(target(dom))["color"] == "red"

    assert around.reads == ["a.css"]  # type: ignore[attr-defined] # the surroundings of these tests


@pytest.mark.parametrize(
    "head",
    [
        '<link rel=stylesheet href="https://cdn.example/a.css">',
        "<style>@import url(https://cdn.example/a.css);</style>",
        "<style>@container (width > 10px) { p { color: red } }</style>",
        "<style>" + "p{" * 200 + "</style>",
    ],
)
def test_a_page_is_incomplete_where_a_sheet_cannot_be_known(grow: Grow, head: str) -> None:
    assert not is_complete(grow(f"{head}<p>x</p>"))


def test_a_font_service_has_only_fonts(grow: Grow) -> None:
    assert is_complete(grow('<link rel=stylesheet href="https://fonts.googleapis.com/css2?family=Lato">'))


@pytest.mark.parametrize(
    ("content", "colour"),
    [
        (b"\xef\xbb\xbfp { color: red }", "red"),
        (b'@charset "utf-16le";p { color: red }', "red"),
        ("p { color: red }".encode("utf-16"), "red"),
        (b'@charset "bogus";p { color: red } .\xe5 { }', "red"),
        (b'@charset "punycode";p { color: red }', "red"),
    ],
)
def test_bytes_are_decoded_as_css_says(
    grow: Grow, files: Callable[..., object], content: bytes, colour: str
) -> None:
    dom = grow('<link rel=stylesheet href="a.css"><p id=t>x</p>', files({"a.css": content}))

    assert style(target(dom))["color"] in {colour, "canvastext"}


def test_a_page_with_more_selectors_than_are_read_is_incomplete_and_its_first_rules_count(
    grow: Grow, files: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "SELECTORS", 100)
    sheets = {f"{name}.css": b"p{color:red}" + b"a{}" * 40 for name in "abc"}
    links = "".join(f"<link rel=stylesheet href={name}>" for name in sheets)
    dom = grow(
        f"{links}<link rel=stylesheet href=a.css><style>p{{color:blue}}</style><p id=t>x", files(sheets)
    )

    assert style(target(dom))["color"] == "red"
    assert not is_complete(dom)


SHADOW = """
<style>p { color: red } div { background-color: #eee }</style>
<div id=host class=x><template shadowrootmode=open>
  <style>:host { color: blue; background-color: #000 } :host(.x) b { color: green }
    ::slotted(i) { color: teal } p { color: gold }</style>
  <b>x</b><p>y</p><slot></slot>
</template><i>z</i></div>
"""


def test_shadow_trees_have_sheets_of_their_own(grow: Grow) -> None:
    dom = grow(SHADOW)
    colours = {tag: style(dom.all(tag)[0])["color"] for tag in ("div", "b", "p", "i")}

    assert colours == {"div": "blue", "b": "green", "p": "gold", "i": "teal"}
    assert style(dom.all("div")[0])["background-color"] == "#eee"  # the outer tree wins


def test_states_and_generated_content(grow: Grow) -> None:
    dom = grow(
        "<style>a:focus-visible { outline: 2px solid } nav:focus-within a { color: red }"
        "b:focus + a { color: blue }"
        ' a::before { content: "»"; color: teal } a:after { content: none }</style>'
        "<nav><b></b><a id=t href=x>x</a></nav>"
    )
    focused = in_state(target(dom), "focus")
    before = pseudo(target(dom), "before")

    assert (focused["outline-style"], focused["color"]) == ("solid", "red")
    assert style(target(dom))["outline-style"] == "none"
    assert before is not None
    assert (before["content"], before["color"]) == ('"»"', "teal")
    assert pseudo(target(dom), "after") is None


def test_another_screen(grow: Grow) -> None:
    dom = grow(
        "<style>@media (max-width: 700px) and (Orientation: portrait) { p { width: 50vw } }</style>"
        "<p id=t>x</p>"
    )

    assert style(target(dom))["width"] == "auto"
    assert style_on(Screen(600, 800), target(dom))["width"] == "300px"
    assert conditions(dom) == {"(max-width: 700px) and (orientation: portrait)"}


def test_the_style_attribute_alone(grow: Grow) -> None:
    declared = inline(
        target(grow('<p id=t style="margin: 1px 2px; COLOR: Red !important; color: blue">x</p>'))
    )

    assert (declared["margin-right"].value, declared["margin-right"].important) == ("2px", False)
    assert (declared["color"].value, declared["color"].important) == ("red", True)
    assert inline(grow("<p>x</p>").all("p")[0]) == {}
