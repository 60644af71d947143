"""A quoted line is short, on one line, and its caret stands below the place."""

from __future__ import annotations

import pytest

from checks.report.excerpt import excerpt


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("    <a>", 5, "<a>", "^"),
        ("<p>\t<a>", 5, "<p> <a>", "    ^"),
        ("e\u0301 <a>", 4, "e\u0301 <a>", "  ^"),
        ("日本 <a>", 4, "日本 <a>", "     ^"),
        ("ab", 9, "ab", "  ^"),
        ("", 1, "", "^"),
        ("a\rb", 3, "a\\x0db", "     ^"),
    ],
)
def test_the_caret_stands_below_the_place(line: str, column: int, shown: str, caret: str) -> None:
    assert excerpt(line, column) == (shown, caret)


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    shown, caret = excerpt("x" * 500 + "<a>" + "y" * 500, 501)
    assert len(shown) < 100
    assert shown.startswith("…x")
    assert shown.endswith("y…")
    assert shown[len(caret) - 1 :].startswith("<a>")
