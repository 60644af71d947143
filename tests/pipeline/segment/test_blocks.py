"""Blocks in blocks: mixed content, block links, tables, pictures, lists to choose from."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.segment.walk import segment
from tests.pipeline.segment.together import outline, put_together
from tests.support import document, msgids


def texts(html: str) -> list[str]:
    return msgids(html, ".html")


@pytest.mark.parametrize(
    ("html", "msgids"),
    [
        ("<ul><li>A<ul><li>B</li></ul></li></ul>", ["A", "B"]),
        ("<ul><li>A <b>x</b><ul><li>B</li></ul>C <i>y</i></li></ul>", ["A <b>x</b>", "B", "C <i>y</i>"]),
        ("<div>A<p>B</p>C</div>", ["A", "B", "C"]),
        ("<blockquote>A<footer>B</footer></blockquote>", ["A", "B"]),
        ("A<p>B</p>C", ["A", "B", "C"]),
        ("<my-card>A <my-word>B</my-word></my-card>", ["A", "B"]),
        ("<dl><dt>A</dt><dd>B<p>C</p></dd></dl>", ["A", "B", "C"]),
        ("<table><caption>A</caption><tr><th>B</th><td>C<br>D</td></tr></table>", ["A", "B", "C<br1/>D"]),
        ("<fieldset><legend>A</legend><label>B <input></label></fieldset>", ["A", "B <input1/>"]),
        ("<figure><img src='//x' alt='A'><figcaption>B</figcaption></figure>", ["A", "B"]),
        (
            "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字",
            ["<ruby1>漢<rp2>(</rp2><rt3>kan</rt3><rp4>)</rp4></ruby1>字"],
        ),
        ("<p>A<!-- B -->C</p>", ["AC"]),
        ("<!-- A --><!-- B -->", []),
    ],
)
def test_text_beside_blocks_is_a_unit_of_its_own(html: str, msgids: list[str]) -> None:
    assert texts(html) == msgids


@pytest.mark.parametrize(
    ("html", "msgids"),
    [
        ('<a href="//x"><h2>A</h2><p>B</p></a>', ["A", "B"]),
        ('<a href="//x"><div>A</div></a> B', ["A", "B"]),
        ('<p>A <a href="//x"><svg><path d=""></path></svg> B</a></p>', ["A <a1><svg2/> B</a1>"]),
        ('<a href="//x">A</a>', ["A"]),
    ],
)
def test_a_link_around_blocks_is_a_block(html: str, msgids: list[str]) -> None:
    assert texts(html) == msgids


def test_what_is_chosen_from_is_apart_from_its_sentence() -> None:
    html = "<p>Välj <select><option>A</option><option>B</option></select> nu</p>"
    assert texts(html) == ["A", "B", "Välj <select1/> nu"]


def test_the_words_of_a_picture_are_apart_from_its_sentence() -> None:
    html = '<p>Se <svg role="img" aria-label="Karta"><title>Stad</title><text>Torg</text></svg> nu</p>'
    assert texts(html) == ["Karta", "Stad", "Torg", "Se <svg1/> nu"]


def test_a_control_of_a_form_stands_in_its_sentence() -> None:
    html = "<label>Antal <input type=number> st</label><button>Sök <b>nu</b></button>"
    assert texts(html) == ["Antal <input1/> st", "Sök <b>nu</b>"] or texts(html) == [
        "<label1>Antal <input2/> st</label1><button3>Sök <b>nu</b></button3>"
    ]


# The whole page: what a page is taken apart into is the page again.

INLINE = (
    "a href='//x'",
    "b",
    "em class=k",
    "span lang=en",
    "code translate=no",
    "abbr title='Å &amp; ä'",
    "u its-within-text=nested",
)
VOID = ("br", "img src='//x' alt='En \"häst\"'", "input placeholder=Sök", "wbr")
BLOCK = (
    "div",
    "section class='a b'",
    "blockquote",
    "div translate=no",
    "div its-locale-filter-list=sv",
    "div title=Tips",
    "a href='//y'",
    "my-card data-x=1",
)
LEAF = ("p", "h2 id=r", "pre", "p lang=en", "p its-within-text=yes", "address")

words = st.text(st.sampled_from("aÅ 1<>&\"'\n\t\xa0")) | st.sampled_from(["ord ", "<b>", "</a1>", " och "])


def around(tag: str, inner: str) -> str:
    return f"<{tag}>{inner}</{tag.split(maxsplit=1)[0]}>"


def joined(parts: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    return st.lists(parts, max_size=most).map("".join)


def in_line(depth: int) -> st.SearchStrategy[str]:
    plain = words.map(lambda text: escape(text, quote=False)) | st.sampled_from(VOID).map("<{}>".format)
    if not depth:
        return joined(plain, 3)
    return joined(plain | st.builds(around, st.sampled_from(INLINE[1:]), in_line(depth - 1)), 4)


def in_link(depth: int) -> st.SearchStrategy[str]:
    """Inline content that may hold links, which may not hold one another."""
    return joined(in_line(depth) | st.builds(around, st.just(INLINE[0]), in_line(depth)), 3)


leaves = st.builds(around, st.sampled_from(LEAF), in_link(2))
lists = joined(st.builds(around, st.just("li"), in_link(1)), 3).map(lambda items: around("ul", items))
tables = joined(st.builds(around, st.sampled_from(["td", "th scope=row"]), in_link(1)), 3).map(
    lambda cells: around("table", around("tbody", around("tr", cells)))
)
blocks = st.recursive(
    joined(leaves | lists | tables, 3),
    lambda inner: joined(st.builds(around, st.sampled_from(BLOCK), inner) | leaves | words.map(escape), 3),
    max_leaves=6,
)


@given(blocks)
@example("<pre>\n\nA</pre>")  # a parser takes the first line feed away
@example("<pre>\n\n→</pre>")
@example("<p><textarea>\n\nA</textarea></p>")
@example('<a href="//x">A<svg><a xlink:href="#y"><text>B</text></a></svg></a>')
def test_units_and_skeleton_are_the_page_again(html: str) -> None:
    page = segment(document(html, ".html"))
    assert outline(put_together(page)) == outline(html)


@given(blocks)
def test_taking_apart_what_was_put_together_gives_the_same_units(html: str) -> None:
    page = segment(document(html, ".html"))
    if "its-" in html:
        return  # what speaks to us is not published
    again = segment(document(put_together(page), ".html"))
    assert [unit.msgid for unit in again.units] == [unit.msgid for unit in page.units]
