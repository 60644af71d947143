"""Opening hours: kl. 9.00–15.30, 9am to 3:30pm, 9:00–15:30 Uhr."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.formats import FormatError, Weekday, opening_hours, plain, time_of_day, time_range

NINE = dt.time(9)
HALF_PAST_THREE = dt.time(15, 30)
MIDNIGHT = dt.time(0)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", "måndag–fredag kl. 9.00–15.30"),
        ("en", "Monday to Friday, 9am to 3:30pm"),
        ("de", "Montag bis Freitag, 9:00–15:30 Uhr"),
        ("fi", "maanantai–perjantai, 9.00–15.30"),
        ("fr", "lundi–vendredi, 09:00 – 15:30"),
        ("es", "lunes–viernes, 9:00–15:30"),
    ],
)
def test_opening_hours_name_days_and_times(language: str, expected: str) -> None:
    hours = opening_hours([Weekday.MONDAY, Weekday.FRIDAY], NINE, HALF_PAST_THREE, language)
    assert plain(hours) == expected


@pytest.mark.parametrize("days", [["saturday"], ["saturday", "saturday"]])
def test_one_day_is_named_once(days: list[str]) -> None:
    assert opening_hours(days, NINE, HALF_PAST_THREE, "en") == "Saturday, 9am to 3:30pm"


def test_the_word_for_time_and_the_time_stay_on_one_line() -> None:
    assert time_range(NINE, HALF_PAST_THREE, "sv") == "kl.\u00a09.00–15.30"
    assert time_range(NINE, HALF_PAST_THREE, "de") == "9:00–15:30\u00a0Uhr"


@pytest.mark.parametrize(
    ("time", "swedish", "english", "german"),
    [
        (NINE, "kl. 9.00", "9am", "9:00 Uhr"),
        (dt.time(9, 5), "kl. 9.05", "9:05am", "9:05 Uhr"),
        (HALF_PAST_THREE, "kl. 15.30", "3:30pm", "15:30 Uhr"),
        (dt.time(12), "kl. 12.00", "midday", "12:00 Uhr"),
        (dt.time(12, 30), "kl. 12.30", "12:30pm", "12:30 Uhr"),
        (MIDNIGHT, "kl. 0.00", "midnight", "0:00 Uhr"),
        (dt.time(0, 30), "kl. 0.30", "12:30am", "0:30 Uhr"),
    ],
)
def test_a_time_alone_is_written_as_in_a_sentence(
    time: dt.time, swedish: str, english: str, german: str
) -> None:
    assert [plain(time_of_day(time, language)) for language in ("sv", "en", "de")] == [
        swedish,
        english,
        german,
    ]


def test_other_languages_get_the_clock_that_cldr_says() -> None:
    assert plain(time_of_day(HALF_PAST_THREE, "en-US")) == "3:30 PM"
    assert plain(time_range(NINE, HALF_PAST_THREE, "en-US")) == "9:00 AM – 3:30 PM"
    assert time_of_day(HALF_PAST_THREE, "fi") == "15.30"


def test_midnight_closes_the_day() -> None:
    assert [plain(time_range(NINE, MIDNIGHT, language)) for language in ("sv", "en", "de")] == [
        "kl. 9.00–24.00",
        "9am to midnight",
        "9:00–24:00 Uhr",
    ]


@pytest.mark.parametrize("closes", [NINE, dt.time(8, 59)])
def test_hours_that_end_before_they_begin_are_refused(closes: dt.time) -> None:
    with pytest.raises(FormatError, match="is not after opening time 09:00"):
        time_range(NINE, closes, "sv")


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        (["måndag"], "måndag is not a day; write one of monday"),
        (["Monday"], "Monday is not a day"),
        ([], "not 0"),
        (["monday", "tuesday", "friday"], "not 3"),
    ],
)
def test_days_that_are_no_days_are_refused(days: list[str], reason: str) -> None:
    with pytest.raises(FormatError, match=reason):
        opening_hours(days, NINE, HALF_PAST_THREE, "sv")
