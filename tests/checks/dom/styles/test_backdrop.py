"""What is behind text, and whether that is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.dom.styles.backdrop import appearances, backdrop, is_surely_behind

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.dom.styles import Colour
    from checks.dom.tree import Dom, Node

    Grow = Callable[..., Dom]


def target(dom: Dom) -> Node:
    node = dom.by_id("t")
    assert node is not None
    return node


def written(colour: Colour | None) -> str | None:
    if colour is None:
        return None
    return "#" + "".join(f"{round(part * 255):02x}" for part in (colour.red, colour.green, colour.blue))


@pytest.mark.parametrize(
    ("markup", "colour"),
    [
        ("<p id=t>x", "#ffffff"),
        ("<body style='background: #ccc'><p id=t>x", "#cccccc"),
        ("<div style='background: #000'><p id=t style='background: rgb(255 255 255 / 50%)'>x", "#808080"),
        ("<div style='background: #000; opacity: .5'><p id=t>x", "#808080"),
        ("<div style='opacity: .5'><p id=t style='background: #000'>x", "#808080"),
        ("<div style='background: url(a.png)'><p id=t style='background: red'>x", "#ff0000"),
        ("<div style='background: url(a.png)'><p id=t>x", None),
        ("<div style='background: linear-gradient(red, blue)'><p id=t>x", None),
        ("<div style='filter: invert(1)'><p id=t>x", None),
        ("<div style='mix-blend-mode: multiply'><p id=t>x", None),
        ("<div style='background: color-mix(in srgb, red, blue)'><p id=t>x", None),
    ],
)
def test_backdrops(grow: Grow, markup: str, colour: str | None) -> None:
    assert written(backdrop(target(grow(markup)))) == colour


def test_text_fades_with_what_is_around_it(grow: Grow) -> None:
    found = appearances(target(grow("<div style='opacity: .5; background: #fff; color: #000'><p id=t>x")))

    assert found is not None
    assert [written(look.text) for look in found] == ["#808080"]


def test_a_gradient_has_many_colours(grow: Grow) -> None:
    found = appearances(target(grow("<p id=t style='background: linear-gradient(90deg, #fff 10%, #000)'>x")))

    assert found is not None
    assert {"#ffffff", "#000000", "#808080"} <= {written(look.behind) for look in found}


@pytest.mark.parametrize(
    "markup",
    [
        "<p id=t style='position: absolute; left: 9px'>x",
        "<p id=t style='margin-top: -30px'>x",
        "<p id=t style='transform: translateY(9px)'>x",
        "<div><img src=a style='position: absolute'><p id=t>x</p></div>",
        "<style>div::before { content: ''; position: absolute; background: red }</style><div><p id=t>x</div>",
        "<div style='display: grid'><img src=a style='grid-area: 1/1'><p id=t style='grid-area: 1/1'>x</div>",
    ],
)
def test_boxes_around_are_not_surely_behind_what_leaves_them(grow: Grow, markup: str) -> None:
    assert not is_surely_behind(target(grow(markup)))


@pytest.mark.parametrize(
    "markup",
    [
        "<p id=t>x",
        "<p id=t style='position: absolute; left: 9px; background: #fff'>x",
        "<nav><ul style='position: absolute; display: none; background: #000'><li>y</ul><a id=t>x</a></nav>",
    ],
)
def test_boxes_around_are_surely_behind_what_stays_in_them(grow: Grow, markup: str) -> None:
    assert is_surely_behind(target(grow(markup)))
