"""CSS Color 4, and the contrast of WCAG 2.2."""

from __future__ import annotations

import pytest

from checks.dom.styles.colours import colour, is_colour
from checks.values.colour import Colour, contrast


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("red", "#ff0000"),
        ("RebeccaPurple", "#663399"),
        ("#abc", "#aabbcc"),
        ("rgb(255, 0, 0)", "#ff0000"),
        ("rgb(100% 0% 0%)", "#ff0000"),
        ("hsl(120deg 100% 25%)", "#008000"),
        ("hwb(0 50% 50%)", "#808080"),
        ("lab(100% 0 0)", "#ffffff"),
        ("lab(0 0 0)", "#000000"),
        ("lch(54.29% 106.84 40.86)", "#ff0000"),
        ("oklab(1 0 0)", "#ffffff"),
        ("oklch(0.628 0.2577 29.23)", "#ff0000"),
        ("color(srgb 1 0 0)", "#ff0000"),
        ("CanvasText", "#000000"),
        ("rgb(300 -5 0)", "#ff0000"),
    ],
)
def test_colours_as_they_are_written(text: str, expected: str) -> None:
    found = colour(text)

    assert found is not None
    assert (
        "#" + "".join(f"{round(part * 255):02x}" for part in (found.red, found.green, found.blue)) == expected
    )
    assert is_colour(text)


@pytest.mark.parametrize("text", ["currentcolor", "color-mix(in srgb, red, blue)", "Highlight"])
def test_colours_that_depend_on_something_are_not_known(text: str) -> None:
    assert colour(text) is None
    assert is_colour(text)


@pytest.mark.parametrize(
    "text", ["", "bogus", "#12345", "rgb(", "rgb(1 2)", "hsl()", "color()", "color(x)", "1px", "("]
)
def test_what_is_no_colour(text: str) -> None:
    assert colour(text) is None
    assert not is_colour(text)


def test_alpha_is_blended_with_what_is_below() -> None:
    half = Colour(0, 0, 0, 0.5)

    assert half.over(Colour(1, 1, 1)) == Colour(0.5, 0.5, 0.5)
    assert half.over(half).alpha == 0.75
    assert Colour(0, 0, 0, 0).over(Colour(0, 0, 0, 0)).alpha == 0


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("black", "white", 21.0), ("white", "white", 1.0), ("#767676", "white", 4.54), ("#777", "white", 4.48)],
)
def test_the_contrast_of_wcag(first: str, second: str, ratio: float) -> None:
    one, other = colour(first), colour(second)

    assert one is not None
    assert other is not None
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == ratio
