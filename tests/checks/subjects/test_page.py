from __future__ import annotations

import pytest

from checks.subjects import Page
from checks.subjects.page import Medium, language_of, medium_of
from pipeline.model import Location


def page(content: str, path: str = "sv/x.html") -> Page:
    return Page.read(content, path)


def tags(found: object) -> list[str]:
    return [element.attr("id") for element in found]  # type: ignore[attr-defined]


def test_elements_come_in_document_order_and_without_templates() -> None:
    found = page("<h1 id=a></h1><template><h1 id=b><i id=c></i></h1></template><h1 id=d></h1>").all("h1, i")
    assert tags(found) == ["a", "d"]


def test_a_search_is_made_once() -> None:
    one = page("<p>")
    assert one.all("p") is one.all("p")


def test_the_language_of_an_element_is_the_nearest_one() -> None:
    one = page('<html lang="de"><p id=a>x</p><p lang=" en "><i id=b>x</i></p></html>')
    assert [language_of(element) for element in one.all("[id]")] == ["de", "en"]
    assert language_of(page("<p id=a>").all("p")[0]) == ""


@pytest.mark.parametrize(
    ("path", "medium"),
    [
        ("x.html", Medium.HTML),
        ("X.HTM", Medium.HTML),
        ("a.b/x.xhtml", Medium.XHTML),
        ("x.svg", Medium.SVG),
        ("x.php", None),
        ("html", None),
        ("a.html/readme", None),
    ],
)
def test_the_ending_of_a_name_tells_how_it_is_read(path: str, medium: Medium | None) -> None:
    assert medium_of(path) is medium


def test_the_root_of_a_drawing_is_its_svg_element() -> None:
    drawing = page("<svg><title>x</title></svg>", "x.svg")
    assert drawing.html is None
    assert drawing.root is not None
    assert drawing.root.tag == "svg"
    assert page("", "x.svg").root is None


def test_an_element_and_its_attribute_are_placed_in_characters_from_1() -> None:
    one = page('<p>åäö\n  é <img alt="x" id=b></p>')
    (image,) = one.all("img")
    assert one.place(image, None).location == Location("sv/x.html", 2, 5)
    assert one.place(image, "alt").location == Location("sv/x.html", 2, 10)
    assert one.place(image, "src").location == Location("sv/x.html", 2, 5)
    assert one.place(image, None).selector == "#b"


def test_a_page_that_sends_its_visitor_on_is_known() -> None:
    assert page('<meta http-equiv="Refresh" content="0; url=sv/">').sends_on
    assert not page('<meta http-equiv="refresh" content="300">').sends_on


def test_the_first_of_two_elements_with_the_same_id_has_it() -> None:
    found = page('<p id="a">1</p><i id="a">2</i>').by_id("a")
    assert found is not None
    assert found.tag == "p"
