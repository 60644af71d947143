from __future__ import annotations

import pytest

from checks.dom.tree import DEPTH, Dom, Node, nearest, once
from pipeline.page import read_page


def grow(content: str) -> Dom:
    return Dom(read_page(content, "sv/x.html").document)


def outline(dom: Dom) -> list[str]:
    return [node.get("id") for node in dom.nodes if node.has("id")]


SHADOW = """
<div id="kort">
  <template shadowrootmode="open"><p id="ram"><slot id="plats"><b id="annars"></b></slot></p></template>
  <span id="namn">Europa Direkt</span><i id="bortvald" slot="finns-inte"></i>
</div>
"""


def test_a_node_knows_its_element_as_it_was_parsed() -> None:
    (link,) = grow('<A HREF="/kontakt" Class="knapp  stor" data-x>').all("a")

    assert link.attributes == {"href": "/kontakt", "class": "knapp  stor", "data-x": ""}
    assert (link.get("title"), link.has("data-x"), link.tokens("class")) == ("", True, ["knapp", "stor"])
    assert link.is_html


def test_what_a_template_holds_is_no_part_of_the_page() -> None:
    assert outline(grow('<i id="a"></i><template><i id="b"></i></template><i id="c"></i>')) == ["a", "c"]


def test_a_shadow_root_stands_in_for_the_children_and_slots_give_way_to_what_they_show() -> None:
    dom = grow(SHADOW)

    assert outline(dom) == ["kort", "ram", "namn"]
    assert dom.nodes[-1].parent is dom.all("p")[0]


def test_an_id_means_an_element_of_its_own_tree() -> None:
    dom = grow(SHADOW)
    (host,), (frame,), (name,) = dom.all("div"), dom.all("p"), dom.all("span")

    assert dom.by_id("ram") is None
    assert frame.scope.host is host
    assert name.scope is host.scope
    assert frame.scope.ids["ram"] is frame


def test_the_first_of_two_elements_with_one_id_is_meant() -> None:
    dom = grow('<i id="a"></i><b id="a"></b><p aria-labelledby="a saknas">')

    assert dom.all("p")[0].refer("aria-labelledby") == dom.all("i")


def test_what_has_an_attribute_is_found_once_and_in_order() -> None:
    dom = grow('<i id="a" title></i><i id="b"></i><i lang="en" title="x" id="c"></i><i lang id="d"></i>')

    assert [node.get("id") for node in dom.having("title")] == ["a", "c"]
    assert [node.get("id") for node in dom.having("title", "lang")] == ["a", "c", "d"]
    assert dom.having("role") == []
    assert set(dom.attributes) == {"id", "title", "lang"}


def test_descendants_and_text_come_in_order() -> None:
    (item,) = grow("<ul><li>Läs <a>mer <b>här</b></a> nu<li hidden></ul>").all("ul")

    assert [node.tag for node in item.descendants] == ["li", "a", "b", "li"]
    assert item.text == "Läs mer här nu"


def test_elements_of_several_kinds_come_in_order() -> None:
    assert [node.tag for node in grow("<h2></h2><h1></h1><h2></h2>").all("h1", "h2")] == ["h2", "h1", "h2"]


def test_what_is_nested_too_deep_is_hung_where_the_limit_is() -> None:
    dom = grow("<div>x" * 10_000)
    depths = [sum(1 for _ in node.ancestors) for node in dom.nodes[::500]]

    assert max(depths) <= DEPTH
    assert len(dom.all("div")) == len(dom.nodes[0].text) == 10_000


def test_a_question_is_answered_once() -> None:
    asked: list[Node] = []

    @once
    def ask(node: Node) -> int:
        asked.append(node)
        return len(asked)

    (one, other) = grow("<p><p>").all("p")
    assert [ask(one), ask(other), ask(one)] == [1, 2, 1]


def test_an_empty_page_still_has_its_three_elements() -> None:
    assert [node.tag for node in grow("").nodes] == ["html", "head", "body"]


def test_elements_with_text_directly_in_them_are_known() -> None:
    dom = grow("<p>a<b> </b><i>c</i>d\n<p>\n<p><b>e</b>")

    assert [node.tag for node in dom.written] == ["p", "i", "b"]
    assert [run.data for run in dom.written[0].texts] == ["a", "d\n"]


@pytest.mark.parametrize(
    ("content", "is_flat"),
    [
        ("<p>x<b>y</b>", True),
        ("<div>" * (DEPTH - 10), True),
        ("<div>" * (DEPTH + 10), False),
        ("<div><template shadowrootmode=open>x</template></div>", False),
    ],
)
def test_a_tree_is_flat_where_elements_stand_as_they_were_parsed(content: str, *, is_flat: bool) -> None:
    assert grow(content).is_flat is is_flat


def test_each_element_knows_the_nearest_mark_around_it() -> None:
    dom = grow('<body lang="sv"><p id="a"><i id="b" lang="en"><b id="c"></b></i><u id="d"></u></body>')

    languages = nearest(dom, dom.having("lang"))

    marked = {node.get("id"): languages[node.order] for node in dom.having("id")}
    assert {name: mark and mark.get("lang") for name, mark in marked.items()} == {
        "a": "sv",
        "b": "en",
        "c": "en",
        "d": "sv",
    }
    assert languages[0] is None
