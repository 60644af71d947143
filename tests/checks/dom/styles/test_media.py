"""Media Queries 4, on a desktop screen of 1280 by 720."""

from __future__ import annotations

import pytest

from checks.dom.styles.media import Screen, applies

TRUE = """
all
screen
not print
only screen and (min-width: 600px)
print, screen
(width)
(width >= 80em)
(400px < width <= 1280px)
(600px <= width)
(min-aspect-ratio: 16/9)
(orientation: landscape)
(hover) and (pointer: fine)
not (hover: none)
(prefers-color-scheme: light)
(prefers-reduced-motion: no-preference)
(min-resolution: 96dpi)
(width > 1px) and ((hover) or (monochrome))
(bogus) or (color)
not all and (monochrome)
"""
FALSE = """
print
speech
not screen
screen and
and
(max-width: 1279px)
(width < 1280px)
(orientation: portrait)
(prefers-color-scheme: dark)
(prefers-reduced-motion)
(monochrome)
(bogus)
not (bogus)
(min-resolution: 2dppx)
(width: bogus)
(1px < width > 2px < 3px)
(min-aspect-ratio: 1/0)
(hover) and (width > 1px) or (color)
(
"""


@pytest.mark.parametrize("query", TRUE.strip().splitlines())
def test_queries_that_hold(query: str) -> None:
    assert applies(query)


@pytest.mark.parametrize("query", FALSE.strip().splitlines())
def test_queries_that_do_not(query: str) -> None:
    assert not applies(query)


def test_no_query_holds_always() -> None:
    assert applies("")


def test_another_screen() -> None:
    assert applies("(orientation: portrait) and (max-width: 640px)", Screen(400, 800))
