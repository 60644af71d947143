"""Tags are judged as they are written, by what the standard lets authors leave out."""

from __future__ import annotations

import pytest

from checks.html._nesting import Kind, nesting
from checks.subjects import Page

LONG = 20_000


def faults(body: str, path: str = "page.html") -> list[tuple[Kind, str, str]]:
    """Return the kind, the element and what it meets of each fault in ``body``."""
    page = Page.read(f"<!DOCTYPE html>\n<html><body>\n{body}\n</body></html>", path)
    return [(fault.kind, fault.tag, fault.other) for fault in nesting(page)]


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>Ett<ul><li>A<li>B</ul><li>Två</ul>",
        "<p>Ett<p>Två<div>Tre</div>",
        "<dl><dt>Avgift<dd>400 kr<dt>Tid<dd>Tio veckor</dl>",
        "<table><colgroup><col><col><thead><tr><th>A<tbody><tr><td>B<tr><td>C<tfoot><tr><td>D</table>",
        "<table><tr><td><table><tr><td>A</table><td>B</table>",
        "<select><optgroup label=A><option>1<option>2<optgroup label=B><option>3</select>",
        "<ruby>漢<rp>(<rt>kan<rp>)</ruby>",
        '<svg><a href="#"><g><path d="M0 0"/></g></a><foreignObject><p>Ett<p>Två</foreignObject></svg>',
        "<math><mi>x</mi><mo>=</mo><mspace/></math>",
        '<a href="/"><div><ins><p>Ett</p></ins></div></a>',
        "<script>if (a</b>/.test(c)) d('</div>')</script>",
        "<textarea><p></textarea><!-- </div> --><title></p></title>",
        "<details><summary>Visa <em>mer</em></summary><form><label>Namn <input></label></form></details>",
        "<template><tr><td>A</td></tr><li>B</li></template>",
        "<kommun-lista><li>Ett</li></kommun-lista>",
    ],
)
def test_what_the_standard_allows_is_no_fault(body: str) -> None:
    assert faults(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<div><p>A</p>", [(Kind.UNCLOSED, "div", "body")]),
        ("<p>A</p></section>", [(Kind.STRAY, "section", "")]),
        ("<p>A<ul><li>B</ul></p>", [(Kind.STRAY, "p", "ul")]),
        ("<em><strong>A</em></strong>", [(Kind.OVERLAP, "strong", "em")]),
        ("<em><strong>A</em>", [(Kind.UNCLOSED, "strong", "em")]),
        ("<div><table><tr><td></div></table></div>", [(Kind.STRAY, "div", "")]),
        ("<b><div>A</div></b>", [(Kind.MISPLACED, "div", "b")]),
        ("<label><ins><section>A</section></ins></label>", [(Kind.MISPLACED, "section", "label")]),
        ("<a href=x><span><select></select></span></a>", [(Kind.MISPLACED, "select", "a")]),
        ("<dt>A</dt>", [(Kind.MISPLACED, "dt", "body")]),
        ("<picture><p>A</p></picture>", [(Kind.MISPLACED, "p", "picture")]),
    ],
)
def test_a_fault_is_told_once_and_as_what_it_is(body: str, expected: list[tuple[Kind, str, str]]) -> None:
    assert faults(body) == expected


def test_a_fault_stands_where_its_tag_is_written() -> None:
    page = Page.read("<!DOCTYPE html>\n<main>\n  <p>Å <b>Ä</p>\n</main>", "page.html")
    (fault,) = nesting(page)
    assert (fault.location.line, fault.location.column) == (3, 8)
    assert (fault.other, fault.line) == ("p", 3)


def test_bytes_in_an_old_encoding_are_counted_in_characters() -> None:
    content = '<!DOCTYPE html><meta charset="windows-1252"><p>Å <b>Ä</p>'.encode("windows-1252")
    (fault,) = nesting(Page.read(content, "page.html"))
    assert fault.location.column == content.index(b"<b>") + 1


@pytest.mark.parametrize(
    "body", ["<svg><title/><p></svg></div>", "<svg><style><![CDATA[</div>]]></style></svg>"]
)
def test_nothing_is_said_where_only_a_tree_can_tell_tags_from_text(body: str) -> None:
    assert faults(body) == []


def test_xhtml_has_rules_of_its_own() -> None:
    assert faults("<ul><p></p></ul>", "page.xhtml") == []


@pytest.mark.parametrize(
    "body",
    [
        "<b>" * LONG,
        "</b>" * LONG,
        "<ins>" * LONG + "<div></div>" * LONG,
        "<div><table><tr><td>" * LONG + "</div>" * LONG,
        "<p><b>" * LONG + "</p>" * LONG,
        "<a><span>" * LONG + "<button></button>" * LONG,
        "<svg><g>" * LONG + "</svg>" * LONG,
        "<div>" * LONG + "<button></button>" * LONG,
    ],
    ids=range(8),
)
def test_a_page_of_nothing_but_faults_takes_no_longer_than_its_length_asks_for(body: str) -> None:
    assert faults(body)
