"""The grammar of placeholders: what a msgstr may be, said for every way in which it is not."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.placeholder import Kind, Placeholder, markup_like, problems, tokens

MSGID = "Läs <a1>policyn</a1> före<br2/>ansökan, <strong>senast <a3>i maj</a3></strong>."

words_and_tags = st.lists(
    st.sampled_from(
        ["<", ">", "/", "a1", "<a1>", "</a1>", "<br2/>", "<em>", "</em>", "</a1/>", "<A1>", "< a1>", "ord "]
    )
).map("".join)


def sentences(msgid: str, msgstr: str) -> list[str]:
    return [str(problem) for problem in problems(msgid, msgstr)]


def test_a_text_falls_into_words_and_placeholders() -> None:
    assert list(tokens("Läs <a1>den</a1> nu<br2/>")) == [
        "Läs ",
        Placeholder(Kind.OPEN, "a1"),
        "den",
        Placeholder(Kind.CLOSE, "a1"),
        " nu",
        Placeholder(Kind.EMPTY, "br2"),
    ]


@given(words_and_tags)
def test_tokens_lose_nothing_of_a_text(text: str) -> None:
    assert "".join(map(str, tokens(text))) == text


@pytest.mark.parametrize(
    "text", ["3 < 4", "a <3 b", "<", "<<", "<>", "</>", "< a1>", "<-- dit", "<!-- dit -->"]
)
def test_a_less_than_sign_that_opens_nothing_is_a_character(text: str) -> None:
    assert list(tokens(text)) == [text]
    assert markup_like(text) == []


@pytest.mark.parametrize(
    "tag", ["<a1>", "</a1>", "<br/>", "<A>", "<img src=x>", "<!doctype html>", "<?xml?>", "<y and y>"]
)
def test_what_people_would_read_as_a_tag_is_found_in_plain_text(tag: str) -> None:
    assert markup_like(f"före {tag} efter <") == [tag]


@pytest.mark.parametrize(
    "msgstr",
    [
        MSGID,
        "<strong>By <a3>May</a3></strong> read<br2/><a1>the policy</a1>",
        "<br2/><a1></a1><strong><a3/></strong>".replace("<a3/>", "<a3></a3>"),
        "3 < 4 & 5 > 4 <a1>the policy</a1><br2/><strong><a3>x</a3></strong>",
    ],
)
def test_words_may_move_and_take_their_placeholders_with_them(msgstr: str) -> None:
    assert sentences(MSGID, msgstr) == []


@pytest.mark.parametrize(
    ("msgstr", "problem"),
    [
        ("Read the policy", "The placeholder <a1> is missing."),
        ("<a1>policy", "The placeholder </a1> is missing."),
        ("policy</a1>", "The placeholder <a1> is missing."),
        ("<a1>the</a1> <a1>policy</a1>", "The placeholder <a1> stands there more than once."),
        ("<a1>policy</a1><a2>x</a2>", "<a2> is no placeholder of this text."),
        ("<a1>policy</a1><br2/>", "<br2/> is no placeholder of this text."),
        ("<a1/>", "<a1/> is no placeholder of this text."),
        ("<a1>policy</a1><script>alert(1)</script>", "<script> is no placeholder of this text."),
        ("<a1>policy</a1><SCRIPT>", "<SCRIPT> is no placeholder of this text."),
        ('<a1 href="javascript:alert(1)">policy</a1>', '<a1 href="javascript:alert(1)"> is no placeholder'),
        ("<a1>policy</a1/>", "</a1/> is no placeholder of this text."),
        ('<a1>policy</a1>"><img src=x onerror=alert(1)>', "<img src=x onerror=alert(1)> is no placeholder"),
        ("</a1>policy<a1>", "The placeholders overlap."),
        ("<a1>policy</a1><!DOCTYPE html>", "<!DOCTYPE html> is no placeholder of this text."),
    ],
)
def test_every_way_to_be_no_translation_of_a_link_is_named(msgstr: str, problem: str) -> None:
    assert any(sentence.startswith(problem) for sentence in sentences("<a1>policyn</a1>", msgstr))


def test_each_sentence_says_what_to_do() -> None:
    faults = ("", "<a1>x</a1><a1>x</a1>", "<b2>", "<x y>")
    found = [sentence for msgstr in faults for sentence in sentences("<a1>policyn</a1>", msgstr)]
    assert found
    assert all(sentence.endswith(("belongs to.", "Keep one.", "the source.")) for sentence in found)


def test_placeholders_that_overlap_are_named() -> None:
    assert sentences("<a1>x</a1> <em>y</em>", "<a1>x <em>y</a1></em>") == [
        "The placeholders overlap. Close each one before the one around it."
    ]


def test_a_placeholder_that_changed_its_parent_is_named() -> None:
    assert sentences("<a1>x</a1> <em>y</em>", "<em><a1>x</a1> y</em>") == [
        "The placeholder <a1> stands inside another one than in the source. Move it back."
    ]


def test_bare_placeholders_are_counted() -> None:
    assert sentences("<em>x</em> <em>y</em>", "<em>y</em> <em>x</em>") == []
    assert sentences("<em>x</em> <em>y</em>", "<em>x y</em>") == [
        "The placeholder <em> is missing. Put it around the words it belongs to.",
        "The placeholder </em> is missing. Put it around the words it belongs to.",
    ]


def test_a_text_without_placeholders_takes_none() -> None:
    assert sentences("En häst", '"><img src=x onerror=alert(1)>') != []
    assert sentences("En häst", "<b>A horse</b>") != []
    assert sentences("En häst", "A horse < two horses & a cow") == []


@given(words_and_tags, words_and_tags)
def test_a_msgstr_without_problems_has_the_placeholders_of_its_msgid(msgid: str, msgstr: str) -> None:
    if not problems(msgid, msgstr):
        in_msgid, in_msgstr = (
            Counter(token for token in tokens(text) if isinstance(token, Placeholder))
            for text in (msgid, msgstr)
        )
        assert in_msgid == in_msgstr
