"""What an editor changed since a text was translated."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tolkbar.editing.changes import Change, changes

texts = st.lists(st.sampled_from(["en", "två", " ", "\n", "tre."])).map("".join)


def test_words_that_went_and_came_are_told_from_those_that_stayed() -> None:
    assert changes("Vi svarar i dag.", "Vi svarar i morgon.") == (
        Change(kept="Vi svarar i"),
        Change(removed=" dag.", added=" morgon."),
    )


@given(texts, texts)
def test_the_pieces_are_both_texts(previous: str, text: str) -> None:
    pieces = changes(previous, text)
    assert "".join(piece.kept + piece.removed for piece in pieces).split() == previous.split()
    assert "".join(piece.kept + piece.added for piece in pieces) == text


def test_very_long_texts_are_one_change() -> None:
    assert changes("a " * 1000, "b " * 1000) == (Change(removed="a " * 1000, added="b " * 1000),)
