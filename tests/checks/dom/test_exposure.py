"""What assistive technology meets: hidden or exposed, and the accessibility tree."""

from __future__ import annotations

import pytest

from checks.dom.exposure import exposed, is_exposed, is_programmatically_hidden, owned, owner
from checks.dom.tree import DEPTH, Dom, Node
from pipeline.page import read_page


def grow(content: str) -> Dom:
    return Dom(read_page(content, "sv/x.html").document)


def target(content: str) -> Node:
    """Return the element with the id "x"."""
    node = grow(content).by_id("x")
    assert node is not None
    return node


@pytest.mark.parametrize(
    "content",
    [
        '<p id="x">',
        '<p id="x" style="position: absolute; left: -9999px">',
        '<p id="x" style="clip-path: inset(50%)">',
        '<p id="x" style="opacity: 0">',
        '<p id="x" aria-hidden="false">',
        '<div style="visibility: hidden"><p id="x" style="visibility: visible"></div>',
        '<details open><summary></summary><p id="x"></details>',
        '<dialog open><p id="x"></dialog>',
        '<img usemap="#m"><map name="m"><area id="x" href="/"></map>',
        '<h2 id="x" role="none" aria-label="Kontakt">',
        '<div role="link"><p id="x"></div>',
    ],
)
def test_what_can_be_heard_is_exposed(content: str) -> None:
    assert is_exposed(target(content))


@pytest.mark.parametrize(
    "content",
    [
        '<p id="x" hidden>',
        '<div style="display: none"><p id="x"></div>',
        '<style>p { visibility: hidden }</style><p id="x">',
        '<div aria-hidden="TRUE"><p id="x" aria-hidden="false"></div>',
    ],
)
def test_what_is_hidden_by_style_or_by_aria_is_hidden_for_everybody(content: str) -> None:
    node = target(content)

    assert is_programmatically_hidden(node)
    assert not is_exposed(node)


@pytest.mark.parametrize(
    "content",
    [
        '<div inert><p id="x"></div>',
        '<details><summary></summary><p id="x"></details>',
        '<p id="x" role="none">',
        '<img id="x" alt="">',
        '<ul role="none"><li id="x"></ul>',
        '<button><b id="x"></button>',
        '<div role="img"><p><a href="/" id="x"></p></div>',
        '<map name="m"><area id="x" href="/"></map>',
    ],
)
def test_what_is_inert_closed_or_presentational_is_not_exposed_though_not_hidden(content: str) -> None:
    node = target(content)

    assert not is_exposed(node)
    assert not is_programmatically_hidden(node)


def test_a_closed_dialog_and_a_popover_are_not_exposed() -> None:
    assert not is_exposed(target('<dialog><p id="x"></dialog>'))
    assert not is_exposed(target('<div popover><p id="x"></div>'))


def test_exposed_elements_come_by_role_in_the_order_of_the_page() -> None:
    dom = grow('<a href="/1"></a><a href="/2" hidden></a><h1></h1><b role="link"></b><a></a>')

    assert [node.tag for node in exposed(dom, "heading", "link")] == ["a", "h1", "b"]


def names(nodes: list[Node]) -> list[str]:
    return [node.get("id") or node.tag for node in nodes]


def test_parents_and_children_pass_over_what_says_nothing() -> None:
    dom = grow(
        '<ul id="u"><div><li id="a" role="listitem"></li></div><span role="none"><p id="b"></p></span>'
        '<p id="c" hidden></p><label><i id="d">ord</i> <i></i></label></ul>'
    )
    list_ = dom.scope.ids["u"]

    assert names(owned(list_)) == ["a", "b", "d"]  # text in a generic element counts, an empty one does not
    assert owner(dom.scope.ids["a"]) is list_


def test_aria_owns_adopts_once_and_in_its_order_behind_the_own_children() -> None:
    dom = grow(
        '<ul id="u" aria-owns="b saknas a b"><li id="own"></li></ul><ol id="v" aria-owns="a"></ol>'
        '<p id="a"></p><div><p id="b"></p></div>'
    )
    ids = dom.scope.ids

    assert names(owned(ids["u"])) == ["own", "b", "a"]
    assert owned(ids["v"]) == []
    assert owner(ids["a"]) is ids["u"]


@pytest.mark.parametrize(
    "content",
    [
        '<ul id="u" aria-owns="u"></ul>',
        '<ul id="u"><li><ul id="v" aria-owns="u"></ul></ul>',
        '<ul id="u" aria-owns="v"></ul><ul id="v" aria-owns="u"></ul>',
        '<div id="u" aria-owns="v"></div><div id="v" aria-owns="w"></div><div id="w" aria-owns="u"></div>',
    ],
)
def test_nobody_owns_themselves(content: str) -> None:
    dom = grow(content)

    for node in dom.nodes:
        assert node not in owned(node)
        assert owner(node) is not node


@pytest.mark.parametrize("step", [1, -1])
def test_a_chain_of_owners_without_end_comes_to_one(step: int) -> None:
    dom = grow("".join(f'<i id="n{number}" aria-owns="n{number + step}"></i>' for number in range(5_000)))

    for node in dom.nodes:
        owner(node)
        is_exposed(node)


def test_depth_is_no_danger() -> None:
    dom = grow('<div role="list">' * (5 * DEPTH))

    assert all(is_exposed(node) for node in dom.all("div"))
    assert len(owned(dom.all("div")[0])) == 1
