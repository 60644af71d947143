"""From a place in an edition back to the line of the catalog and of the source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Location, Trace
from pipeline.trace import BACK, BEGIN, END, Origin, PageTrace, dump, mark, unmark

text = st.text(st.sampled_from("ab\n å,1"))
marks = st.tuples(st.integers(0, 99), st.integers(0, 9999), st.integers(0, 2))


@given(st.lists(st.tuples(text, marks)), text)
def test_every_mark_is_taken_out_and_noted_where_it_stood(
    parts: list[tuple[str, tuple[int, int, int]]], end: str
) -> None:
    marked = "".join(before + mark(*numbers) for before, numbers in parts) + end
    clean, places = unmark(marked)
    assert clean == "".join(before for before, _ in parts) + end
    wanted, passed = [], 0
    for before, (unit, line, source) in parts:
        passed += len(before)
        wanted.append((passed, (source, unit, line)))
    assert places == wanted


def test_what_another_source_gives_in_passing_ends_where_it_says() -> None:
    said = f"{mark(2, 7)}<a{mark(0, 3, 1)} hreflang>{BACK}text{mark(4, 9)}."
    _, places = unmark(said)
    assert [numbers for _, numbers in places] == [(0, 2, 7), (1, 0, 3), (0, 2, 7), (0, 4, 9)]


def test_a_text_without_marks_stays_as_it_is() -> None:
    assert unmark("<p>å</p>\n") == ("<p>å</p>\n", [])


def test_marks_are_noncharacters_that_no_input_may_hold() -> None:
    assert (BEGIN, END) == ("\ufdd0", "\ufdd1")


def traced(*places: tuple[int, ...], catalog: str | None = "locales/en/LC_MESSAGES/kontakt.po") -> PageTrace:
    """Return the trace of a page with marks at ``places``: line, column, source, unit, source line."""
    origins = [
        Origin("kontakt", "source/pages/kontakt.md", catalog, {3: 33, 4: 40}),
        Origin("shell", "source/templates/page.html", catalog and "locales/en/LC_MESSAGES/shell.po", {1: 7}),
    ]
    passed = [((line - 1) * len(LINE) + column - 1, tuple(numbers)) for line, column, *numbers in places]
    return PageTrace(dump(passed, origins, LINE * 9))


LINE = f"{'å' * 29}\n"
PLACES = ((1, 1, 1, 0, 1), (5, 1, 0, 3, 12), (5, 20, 0, 4, 13), (9, 3, 1, 1, 30))


def test_a_place_has_the_origin_of_the_last_mark_at_or_before_it() -> None:
    trace = traced(*PLACES)
    third = Trace(
        "kontakt.3",
        Location("locales/en/LC_MESSAGES/kontakt.po", 33),
        Location("source/pages/kontakt.md", 12),
    )
    assert trace.at(5, 1) == third
    assert trace.at(5, 19) == third
    assert trace.at(5, 20) == Trace(
        "kontakt.4",
        Location("locales/en/LC_MESSAGES/kontakt.po", 40),
        Location("source/pages/kontakt.md", 13),
    )
    assert trace.at(8, 80) == trace.at(5, 20)
    assert trace.at(99, 1) == Trace(
        "shell.1", Location("locales/en/LC_MESSAGES/shell.po", 7), Location("source/templates/page.html", 30)
    )


def test_a_place_of_no_unit_has_a_source_and_no_catalog() -> None:
    assert traced(*PLACES).at(1, 1) == Trace("shell", None, Location("source/templates/page.html", 1))


def test_in_the_source_language_there_is_no_catalog() -> None:
    assert traced(*PLACES, catalog=None).at(5, 1) == Trace(
        "kontakt.3", None, Location("source/pages/kontakt.md", 12)
    )


def test_a_unit_that_its_catalog_has_not_yet_is_found_by_its_source_alone() -> None:
    assert traced((1, 1, 0, 9, 50)).at(1, 1) == Trace(
        "kontakt.9", None, Location("source/pages/kontakt.md", 50)
    )


def test_a_place_before_every_mark_comes_from_nowhere() -> None:
    assert traced((2, 5, 0, 3, 12)).at(2, 4) is None


def test_a_trace_holds_the_catalog_lines_of_its_own_units_only() -> None:
    few, many = ([Origin("kontakt", "k.md", "k.po", lines)] for lines in ({3: 33}, {3: 33, 4: 40, 5: 52}))
    assert dump([(0, (0, 3, 12))], many, LINE) == dump([(0, (0, 3, 12))], few, LINE)
