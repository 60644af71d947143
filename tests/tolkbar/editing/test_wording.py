"""What a person writes and what the catalog says: the one is the other, and typed text is never markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.markup import restore
from pipeline.model import Message
from pipeline.placeholder import Placeholder, tokens
from pipeline.skeleton import Markup
from tolkbar.editing.wording import Part, faults, read, tags, write

MSGID = "Läs <a1>policyn</a1> före<br2/>ansökan, <strong>senast</strong> i maj."
MARKUP = {"a1": Markup(('<a href="x">',), ("</a>",)), "br2": Markup(("<br>",)), "strong": Markup(("<b>",))}

crumbs = st.sampled_from(
    ["<", ">", "/", "&", "a1", "<a1>", "</a1>", "<br2/>", "<b>", "[link 1]", "ord ", "\n"]
)
typed = st.one_of(st.text(), st.lists(crumbs).map("".join))
part = st.one_of(
    typed.map(lambda text: Part(text=text)), st.sampled_from([Part(chip=t) for t in tags(MSGID)])
)


def test_a_text_falls_into_text_and_chips() -> None:
    assert read("Lesen <a1>Sie</a1> 3 < 4<br/>", MSGID) == (
        Part(text="Lesen "),
        Part(chip="<a1>"),
        Part(text="Sie"),
        Part(chip="</a1>"),
        Part(text=" 3 < 4<br/>"),
    )


def test_a_msgid_whose_brackets_are_words_has_no_chips() -> None:
    assert tags("git add <file>") == ()
    assert read("git add <file>", "git add <file>") == (Part(text="git add <file>"),)


@given(typed)
def test_what_is_read_and_written_again_is_what_it_was(text: str) -> None:
    assert write(read(text, MSGID), MSGID) == text


@given(st.lists(part))
def test_the_placeholders_of_what_is_written_are_its_chips_and_no_typed_text(parts: list[Part]) -> None:
    text = write(parts, MSGID)
    if isinstance(text, Message):
        return
    own = set(tags(MSGID))
    found = [str(token) for token in tokens(text) if isinstance(token, Placeholder)]
    assert [tag for tag in found if tag in own] == [each.chip for each in parts if each.chip]


@given(st.lists(part))
def test_what_may_be_saved_is_never_markup_on_the_page(parts: list[Part]) -> None:
    text = write(parts, MSGID)
    if isinstance(text, Message) or faults(MSGID, text):
        return
    pieces = restore(text, MARKUP)
    own = {piece for markup in MARKUP.values() for piece in (*markup.opening, *markup.closing)}
    assert not any("<" in piece for piece in pieces if isinstance(piece, str) and piece not in own)


@pytest.mark.parametrize("text", ["<a1>", "vor </a1> nach", "<br2/>"])
def test_a_placeholder_that_is_typed_is_refused_with_what_to_do(text: str) -> None:
    said = write([Part(text=text)], MSGID)
    assert str(said) == "A placeholder cannot be typed. Use its button, so that it is whole."


def test_a_placeholder_is_not_made_of_typed_halves() -> None:
    assert isinstance(write([Part(text="<a"), Part(text="1>")], MSGID), Message)


@pytest.mark.parametrize("chip", ["<a7>", "<script>", "a1", "<a1"])
def test_a_chip_of_another_text_is_refused(chip: str) -> None:
    assert isinstance(write([Part(text="vor "), Part(chip=chip), Part(text=" nach")], MSGID), Message)


def test_a_chip_that_carries_text_is_refused() -> None:
    assert isinstance(write([Part(text="eingeschmuggelt", chip="<br2/>")], MSGID), Message)


def test_half_a_character_is_refused_before_it_meets_a_file() -> None:
    assert isinstance(write([Part(text="\ud83d")], MSGID), Message)


def test_an_empty_translation_lacks_nothing() -> None:
    assert write([], MSGID) == ""
    assert faults(MSGID, "") == []
    assert faults(MSGID, "Lesen Sie.") != []
