"""No style sheet stops the machine: each of these is read, or given up, in little time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.dom.rendering import is_visible
from checks.dom.styles import is_complete, pseudo, style
from checks.dom.styles.backdrop import appearances
from checks.dom.styles.properties import PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.dom.tree import Dom

    Grow = Callable[..., Dom]

CHAIN = "".join(f"--a{number}: var(--a{number + 1}) var(--a{number + 1});" for number in range(60))
DIGITS = "9" * 5_000  # Python reads no number of so many, CSS does
LONG_NUMBERS = (
    f"p {{ width: {DIGITS}px; height: calc({DIGITS} * 1px); color: rgb({DIGITS} 0 0); --a: {DIGITS} }}"
    f"p::before {{ content: counter({DIGITS}) attr({DIGITS}) }}"
    f"p:nth-child({DIGITS}n + {DIGITS}) {{ top: var(--a) }}"
    f"@media (min-width: {DIGITS}px) {{ p {{ left: {DIGITS}% }} }}"
)
SHEETS = {
    "braces": "{" * 50_000,
    "blocks": "a{" * 20_000,
    "brackets": "p { width: " + "(" * 50_000,
    "selector brackets": "[" * 50_000 + "{}",
    "long selector": "a " * 50_000 + "{ color: red }",
    "many selectors": "p," * 60_000 + "b { color: red }",
    "nested": "a { &:hover { " * 15 + "color: red" + "} }" * 15,
    "growing": "p { & & & & { & & & & { & & & & { & & & & { color: red } } } } }",
    "variables that double": f":root {{ --a60: x; {CHAIN} }} p {{ color: var(--a0) }}",
    "variables that loop": "* { --a: var(--b); --b: var(--a); width: var(--a) }",
    "variables that grow": "* { --a: calc(var(--a) + 1px); width: var(--a) }",
    "variables in variables": "p { color: " + "var(--x," * 30 + "red" + ")" * 30 + "}",
    "calculations": "p { width: " + "calc(" * 35 + "1px" + ")" * 35 + "}",
    "numbers": "p { width: 1e999px; font-size: 1e300em; line-height: 1e308; opacity: 1e999 }",
    "long numbers": LONG_NUMBERS,
    "colours": "p { color: rgb(1e999 0 0); background: lab(1e99 1e99 1e99); outline-color: oklch(1e9 1 1) }",
    "nul": "p\0{col\0or:red} \0 @media \0{} a[\0]{}",
    "escapes": "\\" * 10_001 + "{} \\d800 {color: red} \\110000 {color: red}",
    "long value": "p { color: " + "x" * 200_000 + "}",
    "long query": "@media " + "(hover) and " * 5_000 + "(hover) { p { color: red } }",
    "deep query": "@media " + "(" * 30 + "hover" + ")" * 30 + "{ p { color: red } }",
    "deep layer": "@layer a" + ".a" * 20_000 + "{ p { color: red } }",
    "import": "@import 'data:text/css,@import%20%22data:text/css,%22';" * 300,
    "gradient": "p { background: linear-gradient(" + ",".join(["#fff"] * 2_000) + ") }",
    "inherit": "* { width: inherit; display: inherit; font-size: inherit; border-color: inherit }",
    "ems": "* { font-size: 1.5em; width: 1.5em }",
    "everything": "".join(f"p {{ {name}: var(--none) }} b {{ {name}: inherit }}" for name in PROPERTIES),
}


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_any_sheet_is_survived(grow: Grow, sheet: str) -> None:
    dom = grow(f"<style>{sheet}</style>" + "<div>" * 250 + "<p style='width: 1em'>x<b>y</b>")
    for node in dom.nodes:
        for name in PROPERTIES:
            assert isinstance(style(node)[name], str)
        is_visible(node)
        appearances(node)
        pseudo(node, "before")

    assert is_complete(dom) in {True, False}


def test_style_attributes_are_survived(grow: Grow) -> None:
    long, deep = "color: red;" * 20_000, "width: " + "(" * 5_000
    for node in grow(f'<p style="{long}">x<b style="{deep}">y</b><i style="\0:;}}{{;!important">z').nodes:
        assert style(node)["display"]
