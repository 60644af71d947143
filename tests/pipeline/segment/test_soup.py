"""Whatever tags an editor's file holds: it becomes a page that reads the same, or is refused in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.errors import TolkbarError
from pipeline.segment.walk import segment
from tests.pipeline.segment.together import outline, put_together
from tests.support import document

if TYPE_CHECKING:
    from pipeline.segment.model import Segmented

TAGS = (
    "p div ul li table tr td th tbody caption colgroup col a b i em strong span svg math path text title"
    " foreignObject select option textarea pre h1 h2 br img input form button label details summary dl dt dd"
    " ruby rt video source blockquote figure figcaption code kbd x-y center font nobr plaintext body html"
    " head script template iframe noembed mtext annotation-xml"
).split()
ATTRIBUTES = (
    "title='x y'",
    "alt=bild",
    "href='#x'",
    "hidden",
    "src='https://a.example/a.png'",
    "lang=en",
    "translate=no",
    "translate=yes",
    "class='a b'",
    "value=Sök",
    "type=submit",
    "aria-label='Å'",
    "=x",
    '"y',
    "a<b=c",
    "xlink:href='#q'",
    "onclick=x",
)
LINKS = (
    "href='kontakt.md'",
    "href='../documents/a.pdf'",
    "src='../images/a.png'",
    "srcset='../images/a.png 1x,, b 2x'",
)
OUR_OWN = ("its-within-text=no", "its-within-text=nested", "its-locale-filter-list='en'", "data-context=c")
TEXT = (
    "text ",
    "å",
    "&lt;a1&gt;",
    "&amp;",
    " ",
    "\n",
    "<!-- c -->",
    "&#xFDD0;",
    "&nbsp;",
    "1 < 2",
    "</",
    "<",
    "&",
)


def soup(attributes: tuple[str, ...]) -> st.SearchStrategy[str]:
    chosen = st.lists(st.sampled_from(attributes), max_size=2).map(
        lambda names: "".join(f" {n}" for n in names)
    )
    start = st.builds("<{}{}{}>".format, st.sampled_from(TAGS), chosen, st.sampled_from(["", "", "/"]))
    end = st.sampled_from(TAGS).map("</{}>".format)
    return st.lists(start | end | st.sampled_from(TEXT), max_size=20).map("".join)


def taken_apart(body: str, suffix: str) -> Segmented | None:
    """Return a page taken apart, None for one that is refused; anything else is a fault of ours."""
    try:
        return segment(document(body, suffix))
    except TolkbarError as refusal:
        if refusal.location is None or "\n" in str(refusal.message):
            pytest.fail(f"no line for it: {refusal}")
        return None


@pytest.mark.parametrize("suffix", [".html", ".md"])
@given(soup((*ATTRIBUTES, *LINKS, *OUR_OWN)))
def test_it_becomes_a_page_or_is_refused(suffix: str, body: str) -> None:
    taken_apart(body, suffix)


@given(soup(ATTRIBUTES))
def test_what_becomes_a_page_reads_the_same(body: str) -> None:
    page = taken_apart(body, ".html")
    assume(page is not None and "<iframe" not in body)  # an iframe shows its page, never what stands in it
    assert page is not None
    assert outline(put_together(page)) == outline(body)
