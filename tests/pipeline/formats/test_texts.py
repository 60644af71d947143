"""Spaces and lists of words, and the error of this room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats import NBSP, FormatError, enumerate_words, plain
from pipeline.model import msg


@pytest.mark.parametrize("space", [NBSP, "\u202f", "\u2009"])
def test_plain_text_has_ordinary_spaces(space: str) -> None:
    assert plain(f"682,4{space}kB") == "682,4 kB"


@given(st.text())
def test_plain_changes_nothing_but_spaces(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("sv", "A, B och C"), ("en", "A, B and C"), ("de", "A, B und C"), ("fi", "A, B ja C")],
)
def test_words_are_listed_as_in_a_sentence(language: str, expected: str) -> None:
    assert enumerate_words(["A", "B", "C"], language) == expected


def test_one_word_is_a_list_and_none_is_empty() -> None:
    assert enumerate_words(["A"], "sv") == "A"
    assert enumerate_words(("A", "B"), "sv") == "A och B"
    assert enumerate_words([], "sv") == ""


def test_an_error_is_a_value_error_with_a_message_to_translate() -> None:
    message = msg("{value} is wrong.", value="x")
    error = FormatError(message)
    assert isinstance(error, ValueError)
    assert error.message == message
    assert str(error) == "x is wrong."
