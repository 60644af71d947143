"""The line that shows a translator what changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.catalog.marks import mark


@pytest.mark.parametrize(
    ("previous", "text", "expected"),
    [
        ("en lokal plan", "en regional plan", "en [-lokal-]{+regional+} plan"),
        ("en plan", "en ny plan", "en {+ny+} plan"),
        ("en ny plan", "en plan", "en [-ny-] plan"),
        ("Kontakt", "Kontakta oss", "[-Kontakt-]{+Kontakta oss+}"),
        ("Läs <a1>mer</a1>.", "Läs <a1>om oss</a1>.", "Läs [-<a1>mer</a1>.-]{+<a1>om oss</a1>.+}"),
        ("a b c d e X f g h i j", "a b c d e Y f g h i j", "… c d e [-X-]{+Y+} f g h …"),
        ("a b c d X f g h i", "a b c d Y f g h i", "a b c d [-X-]{+Y+} f g h i"),
        ("X b c d e f g h i Y", "x b c d e f g h i y", "[-X-]{+x+} b c d … g h i [-Y-]{+y+}"),
        ("en\nplan", "en\nny\nplan", "en {+ny+} plan"),
        ("5\N{NO-BREAK SPACE}kronor", "5 kronor", "[-5\N{NO-BREAK SPACE}kronor-]{+5 kronor+}"),
        ("en  plan", "en plan", "[-en␣␣plan-]{+en␣plan+}"),
        ("en\nplan", "en plan", "[-en⏎plan-]{+en␣plan+}"),
        ("", "a", "{+a+}"),
        ("a", "a", ""),
    ],
)  # fmt: skip
def test_what_changed_is_marked_with_a_few_words_around_it(previous: str, text: str, expected: str) -> None:
    assert mark(previous, text) == expected


def test_a_text_that_is_quite_another_is_one_change() -> None:
    previous, text = (" ".join(f"{word}{number}" for number in range(300)) for word in "ab")
    assert mark(f"start {previous} end", f"start {text} end") == f"start [-{previous}-]{{+{text}+}} end"


@given(st.text(), st.text())
def test_a_mark_is_one_line_and_empty_only_for_equal_texts(previous: str, text: str) -> None:
    line = mark(previous, text)
    assert "\n" not in line
    assert "\r" not in line
    assert (line == "") == (previous == text)
