"""Which role an element has: HTML-AAM's table, WAI-ARIA's conflicts."""

from __future__ import annotations

import pytest

from checks.dom.roles import explicit_role, having_role, implicit_role, marked_as_decorative, role
from checks.dom.tree import Dom, Node
from pipeline.page import read_page


def grow(content: str) -> Dom:
    return Dom(read_page(content, "sv/x.html").document)


def target(content: str) -> Node:
    """Return the element with the id "x"."""
    node = grow(content).by_id("x")
    assert node is not None
    return node


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # what an attribute decides
        ('<a id="x" href="">', "link"),
        ('<a id="x">', "generic"),
        ('<area id="x" href="/">', "link"),
        ('<img id="x">', "img"),
        ('<img id="x" alt="Vapen">', "img"),
        ('<img id="x" alt="">', "none"),
        ('<img id="x" alt=" ">', "img"),
        ('<img id="x" alt="" aria-label="Vapen">', "img"),
        ('<img id="x" alt="" tabindex="0">', "img"),
        ('<input id="x">', "textbox"),
        ('<input id="x" type="nonsens">', "textbox"),
        ('<input id="x" list="orter">', "combobox"),
        ('<input id="x" type="EMAIL" list="adresser">', "combobox"),
        ('<input id="x" type="search">', "searchbox"),
        ('<input id="x" type="number" list="tal">', "spinbutton"),
        ('<input id="x" type="range">', "slider"),
        ('<input id="x" type="image">', "button"),
        ('<input id="x" type="checkbox">', "checkbox"),
        ('<input id="x" type="radio">', "radio"),
        ('<input id="x" type="date">', None),
        ('<input id="x" type="password">', None),
        ('<input id="x" type="hidden" list="orter">', None),
        ('<select id="x"></select>', "combobox"),
        ('<select id="x" size="1"></select>', "combobox"),
        ('<select id="x" size=" 04 rader"></select>', "listbox"),
        ('<select id="x" size="-4"></select>', "combobox"),
        ('<select id="x" multiple></select>', "listbox"),
        # what stands around it decides
        ('<header id="x">', "banner"),
        ('<div><header id="x"></div>', "banner"),
        ('<main><header id="x">', "sectionheader"),
        ('<div role="article"><footer id="x">', "sectionfooter"),
        ('<section><footer id="x">', "sectionfooter"),
        ('<footer id="x">', "contentinfo"),
        ('<aside id="x">', "complementary"),
        ('<main><aside id="x">', "complementary"),
        ('<article><aside id="x">', "generic"),
        ('<article><aside id="x" aria-label="Tips">', "complementary"),
        ('<section id="x">', "generic"),
        ('<section id="x" aria-label=" ">', "generic"),
        ('<section id="x" title="Nyheter">', "region"),
        ('<form id="x">', None),
        ('<form id="x" aria-labelledby="rubrik">', "form"),
        ('<ol><li id="x"></ol>', "listitem"),
        ('<menu><li id="x"></menu>', "listitem"),
        ('<div><li id="x"></div>', "generic"),
        # tables
        ('<table><tr><td id="x"></table>', "cell"),
        ('<table role="grid"><tr><td id="x"></table>', "gridcell"),
        ('<table role="button"><tr><td id="x"></table>', None),
        ('<table><tr><th id="x"><th></table>', "columnheader"),
        ('<table><tr><th id="x"><td>8–17</table>', "rowheader"),
        ('<table><tr><td><th id="x"></table>', "columnheader"),
        ('<table><tr><th id="x" scope="COLGROUP"><td>8–17</table>', "columnheader"),
        ('<table><tr><th id="x" scope="row"></table>', "rowheader"),
        ('<table><tbody id="x"></table>', "rowgroup"),
        ('<table><caption id="x"></table>', "caption"),
        # others
        ('<h3 id="x">', "heading"),
        ('<summary id="x">', None),
        ('<dl id="x">', None),
        ('<min-karta id="x">', "generic"),
        ('<okänd id="x">', None),
        ('<svg id="x">', "graphics-document"),
        ('<svg><a id="x" xlink:href="/">', "link"),
        ('<svg><circle id="x" r="9">', None),
        ('<svg><circle id="x"><title>Rådhuset</title>', "graphics-symbol"),
        ('<math id="x">', "math"),
        ('<svg><p id="x">', "paragraph"),  # the parser has left the drawing
    ],
)
def test_an_element_has_a_role_of_itself(content: str, expected: str | None) -> None:
    assert implicit_role(target(content)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("button", "button"),
        ("  BUTTON\n", "button"),
        ("knapp widget link button", "link"),
        ("widget", None),
        ("knapp", None),
        ("", None),
        ("presentation", "presentation"),
    ],
)
def test_the_first_role_that_exists_and_is_not_abstract_is_given(value: str, expected: str | None) -> None:
    assert explicit_role(target(f'<p id="x" role="{value}">')) == expected


def test_an_empty_alternative_marks_a_decoration_unless_a_role_says_otherwise() -> None:
    assert marked_as_decorative(target('<img id="x" alt="">'))
    assert marked_as_decorative(target('<p id="x" role="none">'))
    assert not marked_as_decorative(target('<img id="x" alt="" role="img">'))
    assert not marked_as_decorative(target('<input id="x" type="image" alt="">'))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<a id="x" href="/" role="button">', "button"),
        ('<h2 id="x" role="presentation">', "none"),
        ('<span id="x" role="image">', "img"),
        # Presentational Roles Conflict Resolution
        ('<button id="x" role="none">', "button"),
        ('<button id="x" role="none" disabled>', "none"),
        ('<h2 id="x" role="none" tabindex="-1">', "heading"),
        ('<h2 id="x" role="none" aria-label="Kontakt">', "heading"),
        ('<h2 id="x" role="none" aria-level="3">', "none"),
        ('<h2 id="x" role="none" aria-hidden="true">', "none"),
        ('<h2 id="x" role="none" aria-braillelabel="k">', "none"),
        # parts of a decoration
        ('<ul role="none"><li id="x"></ul>', "none"),
        ('<ul role="none"><li id="x" tabindex="0"></ul>', "listitem"),
        ('<ul role="none"><li id="x" role="listitem"></ul>', "listitem"),
        ('<ul role="none"><li><ul><li id="x"></ul></ul>', "listitem"),
        ('<table role="presentation"><tr><td id="x"></table>', "none"),
        ('<table role="presentation"><tr><td><p id="x"></table>', "paragraph"),
        ('<table role="presentation" tabindex="0"><tr><td id="x"></table>', "cell"),
        ('<table><tr role="none"><td id="x"></table>', "none"),
    ],
)
def test_the_semantic_role_resolves_what_is_said_twice(content: str, expected: str) -> None:
    assert role(target(content)) == expected


def test_elements_are_found_by_their_roles_in_the_order_of_the_page() -> None:
    dom = grow('<a href="/"></a><h1></h1><b role="link" hidden></b><a></a>')

    assert [node.tag for node in having_role(dom, "link", "heading")] == ["a", "h1", "b"]
    assert having_role(dom, "table") == []


def test_a_table_of_many_headers_takes_no_more_than_its_length() -> None:
    dom = grow("<table><tr>" + "<th>" * 20_000 + "<td>x</table>")

    assert {role(node) for node in dom.all("th")} == {"rowheader"}
