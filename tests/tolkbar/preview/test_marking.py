"""The element of a unit is the one that a translator would point at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from tolkbar.preview.marking import ATTRIBUTE, marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from tests.support import SiteFolder


@pytest.fixture
def elements(site: SiteFolder) -> Iterator[list[Tag]]:
    """Yield the elements with units of a page that has all kinds of texts."""
    body = """\
- Först [en länk](kontakt.md) och **två** till
- **Bara betoning**

| Rubrik | Till |
|---|---|
| Cell åäö 😀 | Cell |

![Bildens text](../images/hast.svg)

> Citat i ett stycke.
"""
    site.page("allt.md", body, title="Allt")
    site.build()
    html = marked(site.html("sv/allt.html"), site.trace("sv/allt.html"))
    yield BeautifulSoup(html, "html.parser").select(f"main [{ATTRIBUTE}]")
    site.close()


def names(elements: list[Tag], words: str) -> list[str]:
    """Return the names of the elements whose own unit has ``words``, and of no element around them."""
    return [element.name for element in elements if element.get_text(" ", strip=True) == words]


def test_a_sentence_is_its_list_item_whatever_is_within_it(elements: list[Tag]) -> None:
    assert names(elements, "Först en länk och två till") == ["li"]


def test_a_sentence_that_is_nothing_but_emphasis_is_its_list_item(elements: list[Tag]) -> None:
    assert names(elements, "Bara betoning") == ["li"]


def test_each_cell_is_its_own(elements: list[Tag]) -> None:
    assert [e.name for e in elements if e.name in {"th", "td"}] == ["th", "th", "td", "td"]
    assert names(elements, "Cell åäö 😀") == ["td"]


def test_a_paragraph_within_others_is_the_innermost(elements: list[Tag]) -> None:
    assert names(elements, "Citat i ett stycke.") == ["p"]


def test_an_image_or_what_holds_nothing_else_is_its_alternative_text(elements: list[Tag]) -> None:
    assert [e.name for e in elements if e.name == "img" or e.select(":scope > img")]


def test_no_list_table_or_quotation_takes_the_name_of_its_first_text(elements: list[Tag]) -> None:
    assert not {e.name for e in elements} & {"ul", "table", "thead", "tr", "blockquote"}


def test_every_text_of_the_page_has_one_element(elements: list[Tag]) -> None:
    found = [name for element in elements for name in str(element[ATTRIBUTE]).split()]
    own = [name for name in found if name.startswith("allt.")]
    assert len(own) == len(set(own)) == 8
