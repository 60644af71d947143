"""What the keyboard reaches: HTML's focusable areas, tabindex, what is disabled, inert or not drawn."""

from __future__ import annotations

import pytest

from checks.dom.focus import (
    first_tab_stop,
    in_tab_order,
    is_disabled,
    is_focusable,
    is_inert,
    opens_details,
    tab_index,
    tab_stops,
)
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
    ("value", "expected"),
    [("0", 0), (" -1", -1), ("+3px", 3), ("1.9", 1), ("", None), ("x1", None), ("--1", None)],
)
def test_tabindex_is_an_integer_with_anything_behind_it(value: str, expected: int | None) -> None:
    assert tab_index(target(f'<p id="x" tabindex="{value}">')) == expected


@pytest.mark.parametrize(
    ("content", "focusable", "tabbed"),
    [
        ('<a id="x" href="">', True, True),
        ('<a id="x">', False, False),
        ('<a id="x" href="" tabindex="-1">', True, False),
        ('<p id="x" tabindex="0">', True, True),
        ('<p id="x" tabindex="-1">', True, False),
        ('<p id="x" tabindex="nej">', False, False),
        ('<button id="x">', True, True),
        ('<button id="x" disabled>', False, False),
        ('<button id="x" aria-disabled="true">', True, True),
        ('<input id="x">', True, True),
        ('<input id="x" type="HIDDEN">', False, False),
        ('<p id="x" contenteditable>', True, True),
        ('<p id="x" contenteditable="FALSE">', False, False),
        ('<video id="x" controls></video>', True, True),
        ('<video id="x"></video>', False, False),
        ('<iframe id="x"></iframe>', True, True),
        ('<details><summary id="x"></summary></details>', True, True),
        ('<details><summary></summary><summary id="x"></summary></details>', False, False),
        ('<summary id="x"></summary>', False, False),
        ('<svg><a id="x" href="/"></a></svg>', True, True),
        # where
        ('<div hidden><a id="x" href=""></div>', False, False),
        ('<a id="x" href="" style="visibility: hidden">', False, False),
        ('<a id="x" href="" style="opacity: 0; position: absolute; left: -9999px">', True, True),
        ('<div inert><a id="x" href=""></div>', False, False),
        ('<div aria-hidden="true"><a id="x" href=""></div>', True, True),
        ('<details><summary></summary><a id="x" href=""></details>', False, False),
        ('<fieldset disabled><input id="x"></fieldset>', False, False),
        ('<fieldset disabled><legend><input id="x"></legend></fieldset>', True, True),
        ('<fieldset disabled><legend></legend><legend><input id="x"></legend></fieldset>', False, False),
        ('<fieldset disabled><a id="x" href=""></fieldset>', True, True),
        # image maps
        ('<img usemap="#m"><map name="m"><area id="x" href="/"></map>', True, True),
        ('<img usemap="#m" hidden><map name="m"><area id="x" href="/"></map>', False, False),
        ('<map name="m"><area id="x" href="/"></map>', False, False),
    ],
)
def test_an_element_is_reached_by_script_and_by_tab(content: str, *, focusable: bool, tabbed: bool) -> None:
    assert (is_focusable(target(content)), in_tab_order(target(content))) == (focusable, tabbed)


@pytest.mark.parametrize(
    "content",
    [
        '<button id="x" disabled>',
        '<select><optgroup disabled><option id="x"></optgroup></select>',
        '<fieldset disabled><p><textarea id="x"></textarea></p></fieldset>',
        '<div aria-disabled="True"><a id="x" href="/"></a></div>',
        '<p id="x" aria-disabled="true">',
    ],
)
def test_html_and_aria_disable(content: str) -> None:
    assert is_disabled(target(content))


@pytest.mark.parametrize("content", ['<p id="x" disabled>', '<div disabled><input id="x"></div>'])
def test_only_controls_and_their_groups_can_be_disabled(content: str) -> None:
    assert not is_disabled(target(content))


def test_inert_is_everything_in_it() -> None:
    assert is_inert(target('<div inert=""><p><b id="x">'))
    assert not is_inert(target('<div inert=""></div><b id="x">'))
    assert is_inert(target('<select><button><selectedcontent id="x"></button><option>1</select>'))


def test_the_first_stop_in_an_element_is_found_and_none_behind_it() -> None:
    dom = grow(
        '<div id="a"><p><b tabindex="0" id="b"></b></p></div><p id="c"></p><i tabindex="0" id="d"></i>'
    )
    first, empty, last = (dom.scope.ids[name] for name in "acd")

    assert first_tab_stop(first) is dom.by_id("b")
    assert first_tab_stop(empty) is None
    assert first_tab_stop(last) is None  # itself does not count
    assert [stop.get("id") for stop in tab_stops(dom)] == ["b", "d"]


def test_a_summary_opens_the_details_that_it_is_a_child_of() -> None:
    dom = grow("<details><summary></summary></details><p><summary></summary></p>")

    assert [opens_details(node) for node in dom.all("summary")] == [True, False]


def test_many_fields_in_one_disabled_fieldset_take_no_more_than_their_number() -> None:
    dom = grow("<fieldset disabled>" + "<input>" * 20_000 + "</fieldset>")

    assert tab_stops(dom) == []
