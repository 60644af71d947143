from __future__ import annotations

import pytest

from checks.documents import Facts
from checks.documents.opened import Gap
from checks.documents.outline import Bookmark
from checks.documents.reading import read
from checks.specimens import specimen


def facts(text: str) -> Facts:
    found = read(specimen(f"catalog /Outlines @outlines\n{text}"))
    assert isinstance(found, Facts)
    return found


def test_bookmarks_stand_in_their_order_with_their_levels() -> None:
    found = facts(
        "object outlines << /First @a >>\n"
        "object a << /Title (Bygga) /First @b /Next @c /Dest [@page /Fit] >>\n"
        "object b << /Title (Altan) /A << /S /GoTo /D [0 /Fit] >> >>\n"
        "object c << /Title (Bo) /A << /S /URI /URI (https://www.vasteras.se) >> >>"
    )
    assert found.outline == (Bookmark("Bygga", 1, 1), Bookmark("Altan", 2, 1), Bookmark("Bo", 1, 0))


@pytest.mark.parametrize("outlines", ["<< >>", "<< /First null >>", "[1 2]", "(text)"])
def test_an_outline_may_be_empty(outlines: str) -> None:
    assert facts(f"object outlines {outlines}").outline == ()


def test_bookmarks_that_lead_back_count_once() -> None:
    found = facts("object outlines << /First @a >>\nobject a << /Title (Bygga) /First @a /Next @a >>")
    assert [bookmark.title for bookmark in found.outline] == ["Bygga"]


def test_a_bookmark_may_lack_its_title_and_its_destination() -> None:
    assert facts("object outlines << /First @a >>\nobject a << /Title /Bygga >>").outline == (
        Bookmark("", 1, 0),
    )


def test_too_many_bookmarks_are_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checks.documents.outline.ITEMS", 1)
    found = facts(
        "object outlines << /First @a >>\nobject a << /Title (1) /Next @b >>\nobject b << /Title (2) >>"
    )
    assert len(found.outline) == 1
    assert Gap("outline", "limit") in found.gaps
