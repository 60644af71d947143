"""Dates and ranges as the conventions' table has them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats import FormatError, date_range, long_date, plain, year_range

MARCH_7 = dt.date(2025, 3, 7)
LANGUAGES = ("sv", "en", "de", "fi", "fr", "es", "hu", "ja", "ar", "so")
DATES = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", "7 mars 2025"),
        ("en", "7 March 2025"),
        ("de", "7. März 2025"),
        ("fi", "7. maaliskuuta 2025"),
        ("fr", "7 mars 2025"),
        ("es", "7 de marzo de 2025"),
        ("hu", "2025. március 7."),
        ("ja", "2025年3月7日"),
        ("en-US", "March 7, 2025"),
    ],
)
def test_a_date_is_written_out(language: str, expected: str) -> None:
    assert plain(long_date(MARCH_7, language)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", "7\u00a0mars 2025"),
        ("en", "7\u00a0March 2025"),
        ("de", "7.\u00a0März 2025"),
        ("hu", "2025. március\u00a07."),
        ("en-US", "March\u00a07, 2025"),
    ],
)
def test_day_and_month_stay_on_one_line_and_the_year_may_leave(language: str, expected: str) -> None:
    assert long_date(MARCH_7, language) == expected


@pytest.mark.parametrize(
    ("language", "last", "expected"),
    [
        ("sv", dt.date(2025, 3, 9), "7–9 mars 2025"),
        ("en", dt.date(2025, 3, 9), "7 to 9 March 2025"),
        ("de", dt.date(2025, 3, 9), "7.–9. März 2025"),
        ("fi", dt.date(2025, 3, 9), "7.–9. maaliskuuta 2025"),
        ("sv", dt.date(2025, 4, 9), "7 mars–9 april 2025"),
        ("en", dt.date(2025, 4, 9), "7 March to 9 April 2025"),
        ("de", dt.date(2025, 4, 9), "7. März bis 9. April 2025"),
        ("fi", dt.date(2025, 4, 9), "7. maaliskuuta – 9. huhtikuuta 2025"),
        ("es", dt.date(2025, 9, 9), "7 de marzo – 9 de septiembre de 2025"),
        ("sv", dt.date(2026, 1, 2), "7 mars 2025–2 januari 2026"),
        ("en", dt.date(2026, 1, 2), "7 March 2025 to 2 January 2026"),
        ("de", dt.date(2026, 1, 2), "7. März 2025 bis 2. Januar 2026"),
    ],
)
def test_a_date_range_says_once_what_its_dates_share(language: str, last: dt.date, expected: str) -> None:
    assert plain(date_range(MARCH_7, last, language)) == expected


def test_a_range_of_one_day_is_that_day() -> None:
    assert date_range(MARCH_7, MARCH_7, "sv") == long_date(MARCH_7, "sv")


@pytest.mark.parametrize(
    ("language", "expected"),
    [("sv", "2026–2030"), ("en", "2026 to 2030"), ("de", "2026–2030"), ("fr", "2026–2030")],
)
def test_a_year_range_is_tied_as_the_language_does(language: str, expected: str) -> None:
    assert year_range(2026, 2030, language) == expected
    assert year_range(2026, 2026, language) == "2026"


def test_a_range_that_runs_backwards_is_refused() -> None:
    with pytest.raises(FormatError, match="2025-03-06 is before 2025-03-07; write the earlier date first"):
        date_range(MARCH_7, dt.date(2025, 3, 6), "sv")
    with pytest.raises(FormatError):
        year_range(2030, 2026, "sv")


@given(DATES, DATES, st.sampled_from(LANGUAGES))
def test_every_range_holds_both_days_and_no_odd_space(one: dt.date, other: dt.date, language: str) -> None:
    first, last = sorted((one, other))
    text = date_range(first, last, language)
    assert str(first.day) in text
    assert str(last.day) in text
    assert str(last.year) in text
    assert not {"\u2009", "\u202f"} & set(text)
