from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Location
from pipeline.page import Tree, read_page
from pipeline.page.xml import decode, write_out

PAGE = """<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Karta</title><script src="a>b.js"/></head>
<body><p>Här: <a id="x"/><i
  class="ikon"/><b>Rum</b></p>
<!-- <i/> --><img src="a.png" alt=""/><textarea/><em>A185</em></body></html>
"""


def page(content: str | bytes) -> Tree:
    return read_page(content, "sv/karta.xhtml")


def at(tree: Tree, selector: str) -> tuple[int, int]:
    (element,) = tree.document.select(selector)
    place = tree.locate(element)
    return place.line, place.column


def test_an_element_that_closes_itself_has_no_content() -> None:
    document = page(PAGE).document

    assert [element.text for element in document.select("script, a, i, textarea")] == [""] * 4
    assert [element.text for element in document.select("b, em")] == ["Rum", "A185"]


def test_in_html_it_is_a_start_tag_as_browsers_read_it() -> None:
    assert read_page('<p><a id="x"/>Rum</p>', "x.html").document.select("a")[0].text == "Rum"


def test_every_place_is_the_one_that_was_written() -> None:
    lines = PAGE.splitlines()
    tree = page(PAGE)

    for tag in ("a", "i", "b", "img", "textarea", "em", "script"):
        line, column = at(tree, tag)
        assert lines[line - 1][column - 1 :].startswith(f"<{tag}")


def test_an_attribute_behind_them_is_found_too() -> None:
    tree = page('<p><b/><b/><img src="a.png"/></p>')
    (image,) = tree.document.select("img")

    assert tree.locate_attribute(image, "src") == Location("sv/karta.xhtml", 1, 17)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Västerås".encode(), "Västerås"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?>V\xe4ster\xe5s', "Västerås"),
        ("\ufeffVästerås".encode("utf-16-le"), "Västerås"),
        (b"<?xml version='1.0' encoding='klingon'?>V\xc3\xa4g", "Väg"),
        (b"<?xml version='1.0' encoding='hex'?>V\xc3\xa4g", "Väg"),
        (b"<?xml version='1.0' encoding='punycode'?>Vg-2ha", "Vg-2ha"),
        (b"<?xml version='1.0' encoding='unicode-escape'?>V\\xe4g", r"V\xe4g"),
        (b"V\xe4g", "V\ufffdg"),
    ],
)
def test_bytes_are_decoded_as_xml_says(content: bytes, text: str) -> None:
    assert decode(content).endswith(text)


@pytest.mark.parametrize("hostile", ["<a " * 100_000, '<a "' * 100_000, "<a/" * 100_000, "<!--" * 100_000])
def test_markup_that_never_ends_is_read_at_once(hostile: str) -> None:
    assert write_out(hostile)[0] == hostile


@given(
    st.lists(
        st.sampled_from(["<b/>", "<i x='>'/>", "<br/>", "\n", "\r\n", "ord", "<u>", "</u>", "<!--<b/>-->"])
    )
)
def test_places_hold_for_any_mixture(parts: list[str]) -> None:
    text = "".join(parts)
    tree = page(text)
    lines = text.replace("\r\n", "\n").split("\n")

    for element in tree.document.select("b, i, u, br"):
        if element.source_line is not None:
            place = tree.locate(element)
            assert lines[place.line - 1][place.column - 1 :].startswith(f"<{element.tag}")
