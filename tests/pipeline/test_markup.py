"""Inline markup ↔ placeholders: the round trip is a law, and so is that words never become markup."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html import escape

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from pipeline.markup import HTML_SPACE, Content, Inline, restore
from pipeline.placeholder import problems
from pipeline.skeleton import Markup


@dataclass(frozen=True)
class Node:
    """An inline element as the tests write it; ``children`` is None where it is void."""

    name: str
    attributes: str = ""
    children: tuple[str | Node, ...] | None = ()
    opaque: bool = False

    @property
    def opening(self) -> str:
        return f"<{self.name}{self.attributes}>"

    def html(self) -> str:
        return self.opening if self.children is None else f"{self.opening}{html(self.children)}</{self.name}>"


Nodes = tuple[str | Node, ...]


def html(nodes: Nodes) -> str:
    """Return what the nodes are in HTML, without any help from the code under test."""
    return "".join(escape(node, quote=False) if isinstance(node, str) else node.html() for node in nodes)


def words(nodes: Nodes) -> str:
    return "".join(node if isinstance(node, str) else words(node.children or ()) for node in nodes)


def collect(inline: Inline, nodes: Nodes) -> None:
    for node in nodes:
        if isinstance(node, str):
            inline.text(node)
        elif node.opaque:
            inline.value(Markup((node.html(),)), words(node.children or ()))
        elif node.children is None:
            inline.empty(node.name, Markup((node.html(),)))
        else:
            inline.open(node.name, Markup((node.opening,), (f"</{node.name}>",)), bare=not node.attributes)
            collect(inline, node.children)
            inline.close()


def content_of(*nodes: str | Node, preserve_space: bool = False) -> Content:
    inline = Inline(preserve_space=preserve_space)
    collect(inline, nodes)
    return inline.finish()


def restored(content: Content) -> str:
    """Return the HTML of a content whose pieces are all text."""
    pieces = (*content.before, *restore(content.msgid, content.placeholders), *content.after)
    assert all(isinstance(piece, str) for piece in pieces)
    return "".join(map(str, pieces))


def normalised(text: str) -> str:
    return re.sub(f"[{HTML_SPACE}]+", " ", text)


texts = st.text(st.sampled_from("aÅ1<>/&;\"' \n\t\xa0x-!?")) | st.sampled_from(
    ["<a1>", "</a1>", "<br2/>", "<strong>", "&amp;", "<script>", "x1", "<x1/>", "<a", "1>"]
)


def elements(inner: st.SearchStrategy[Nodes]) -> st.SearchStrategy[Node]:
    return st.one_of(
        st.builds(Node, st.sampled_from(["strong", "em", "code"]), st.just(""), inner),
        st.builds(
            Node, st.sampled_from(["a", "span"]), st.sampled_from([' href="x"', ' class="y z"']), inner
        ),
        st.builds(Node, st.sampled_from(["br", "img"]), st.sampled_from(["", ' alt="å"']), st.none()),
        st.builds(Node, st.just("code"), st.just(' translate="no"'), inner, st.just(value=True)),
    )


def several(inner: st.SearchStrategy[str | Node]) -> st.SearchStrategy[Nodes]:
    return st.lists(inner, max_size=4).map(tuple)


inline_content = st.recursive(several(texts), lambda inner: several(texts | elements(inner)), max_leaves=12)


@given(inline_content)
def test_round_trip(nodes: Nodes) -> None:
    assert normalised(restored(content_of(*nodes))) == normalised(html(nodes))


@given(inline_content)
def test_round_trip_keeps_every_space_where_it_is_preserved(nodes: Nodes) -> None:
    assert restored(content_of(*nodes, preserve_space=True)) == html(nodes)


@given(inline_content)
def test_content_for_no_translator_is_kept_as_it_is(nodes: Nodes) -> None:
    inline = Inline()
    collect(inline, nodes)
    assert "".join(map(str, inline.pieces())) == html(nodes)


@given(inline_content)
def test_every_msgid_is_a_translation_of_itself(nodes: Nodes) -> None:
    msgid = content_of(*nodes).msgid
    assert problems(msgid, msgid) == []


@given(inline_content)
def test_a_msgid_is_bare_of_attributes_and_of_space_at_its_ends(nodes: Nodes) -> None:
    msgid = content_of(*nodes).msgid
    assert "href=" not in msgid
    assert msgid == normalised(msgid).strip(HTML_SPACE)


def elements_in(html_text: str) -> Counter[tuple[str, str]]:
    """Return the elements of some HTML with their attributes, as a reader other than ours sees them."""
    soup = BeautifulSoup(html_text, "html.parser")
    return Counter((tag.name, str(sorted(tag.attrs.items()))) for tag in soup.find_all(name=True))


hostile = st.sampled_from(
    [
        "<script>alert(1)</script>",
        '<a1 href="javascript:alert(1)">',
        '"><img src=x onerror=alert(1)>',
        "<a1 onclick=x>",
        "<svg/onload=x>",
        "<!-- ",
        "]]>",
        "<a1",
        ">",
        "&lt;b&gt;",
        "<b>",
        "</p>",
        "<iframe src=//x>",
    ]
)


@st.composite
def translations(draw: st.DrawFn, content: Content) -> str:
    """Return a msgstr that a careless or hostile translator might write for a content."""
    tags = [form.format(name) for name in content.placeholders for form in ("<{}>", "</{}>", "<{}/>")]
    part = texts | hostile | (st.sampled_from(tags) if tags else st.just(""))
    return "".join(draw(st.lists(part, max_size=10)))


@given(st.data(), inline_content)
def test_no_msgstr_yields_an_element_or_attribute_that_its_msgid_has_not(
    data: st.DataObject, nodes: Nodes
) -> None:
    content = content_of(*nodes)
    msgstr = data.draw(translations(content))
    html_text = "".join(map(str, restore(msgstr, content.placeholders)))
    in_source = elements_in(
        "".join(piece for m in content.placeholders.values() for piece in map(str, m.opening))
    )
    assert elements_in(html_text).keys() <= in_source.keys()
    if not problems(content.msgid, msgstr):
        assert elements_in(html_text) == elements_in(
            "".join(map(str, restore(content.msgid, content.placeholders)))
        )


def test_elements_with_attributes_are_numbered_in_the_order_of_the_msgid() -> None:
    content = content_of(
        "Läs ", Node("a", ' href="x"', ("policyn",)), " före", Node("br", children=None), "ansökan."
    )
    assert content.msgid == "Läs <a1>policyn</a1> före<br2/>ansökan."
    assert content.placeholders == {"a1": Markup(('<a href="x">',), ("</a>",)), "br2": Markup(("<br>",))}


def test_bare_elements_keep_their_names_and_take_no_number() -> None:
    content = content_of(
        Node("strong", children=("Obs!",)),
        " Sök ",
        Node("a", ' href="x"', ("nu",)),
        Node("em", children=("!",)),
    )
    assert content.msgid == "<strong>Obs!</strong> Sök <a1>nu</a1><em>!</em>"


def test_a_digit_at_the_end_of_an_elements_name_is_not_taken_for_its_number() -> None:
    assert content_of("a ", Node("x-y2", ' id="z"', ("b",)), " c").msgid == "a <x-y1>b</x-y1> c"


def test_opaque_content_is_one_placeholder_and_a_note_says_what_visitors_see() -> None:
    content = content_of("Skriv ", Node("code", ' translate="no"', ("sudo\n  rm",), opaque=True), " här")
    assert content.msgid == "Skriv <x1/> här"
    assert content.values == (("x1", "sudo rm"),)
    assert restored(content) == 'Skriv <code translate="no">sudo\n  rm</code> här'


def test_an_element_around_the_whole_stands_outside_the_msgid() -> None:
    content = content_of(
        " ",
        Node(
            "a",
            ' href="x"',
            (
                " ",
                Node(
                    "strong",
                    children=(
                        "Kontakta ",
                        "oss",
                    ),
                ),
                " ",
            ),
        ),
    )
    assert content.msgid == "Kontakta oss"
    assert "".join(map(str, content.before)) == ' <a href="x"> <strong>'
    assert "".join(map(str, content.after)) == "</strong> </a>"


def test_two_elements_side_by_side_are_no_wrapper() -> None:
    assert (
        content_of(Node("em", children=("a",)), Node("em", children=("b",))).msgid == "<em>a</em><em>b</em>"
    )


def test_white_space_is_one_space_inside_and_outside_the_msgid_at_its_ends() -> None:
    content = content_of("\n  Läs\n\tmer \n", Node("em", children=("  nu",)), "\n")
    assert content.msgid == "Läs mer <em> nu</em>"
    assert (content.before, content.after) == ((" ",), (" ",))


def test_a_no_break_space_is_no_white_space_to_html() -> None:
    assert content_of("\xa010 \xa0 kr\xa0").msgid == "\xa010 \xa0 kr\xa0"


def test_preserved_space_stays_inside() -> None:
    assert content_of("  a\n   b  ", preserve_space=True).msgid == "a\n   b"


def test_text_that_looks_like_a_tag_is_a_value() -> None:
    content = content_of("Skriv <strong> eller </a1> i fältet, 3 < 4")
    assert content.msgid == "Skriv <x1/> eller <x2/> i fältet, 3 < 4"
    assert content.values == (("x1", "<strong>"), ("x2", "</a1>"))
    assert restored(content) == "Skriv &lt;strong&gt; eller &lt;/a1&gt; i fältet, 3 &lt; 4"


def test_text_that_becomes_a_tag_only_together_is_a_value_too() -> None:
    content = content_of("Skriv <a", "1> här, ", Node("a", ' href="x"', ("mer",)))
    assert content.msgid == "Skriv <x1/> här, <a2>mer</a2>"


def test_a_placeholder_nobody_knows_is_shown_as_text() -> None:
    assert restore("<a1>x</a1>", {}) == ("&lt;a1&gt;", "x", "&lt;/a1&gt;")


def test_there_is_something_to_translate_where_there_is_a_letter_or_a_digit() -> None:
    def has_text(*nodes: str | Node) -> bool:
        inline = Inline()
        collect(inline, nodes)
        return inline.has_text()

    assert has_text("→ ", Node("em", children=("å",)))
    assert has_text("112")
    assert not has_text(" – ", Node("br", children=None))
    assert not has_text(Node("code", children=("x",), opaque=True), ".")
