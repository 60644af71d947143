"""Numbers, percentages and file sizes in each language, and the traps of Babel that they avoid."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from babel import localedata
from babel.numbers import parse_decimal
from babel.units import format_unit
from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats import FormatError, decimal, file_label, file_size, percent, plain

LANGUAGES = ("sv", "en", "de", "fi", "fr", "pl", "so", "ar")
UNITS = {"B": 1, "kB": 1000, "MB": 1000**2, "GB": 1000**3}


@pytest.mark.parametrize(
    ("language", "expected"),
    [("sv", "1 234,5"), ("en", "1,234.5"), ("de", "1.234,5"), ("fr", "1 234,5"), ("fi", "1 234,5")],
)
def test_a_decimal_is_written_as_the_language_does(language: str, expected: str) -> None:
    assert plain(decimal(1234.5, language)) == expected


def test_groups_of_digits_stay_on_one_line() -> None:
    assert decimal(1234567, "sv") == "1\u00a0234\u00a0567"
    assert decimal(1234567, "fr") == "1\u00a0234\u00a0567"


def test_no_decimal_is_rounded_away() -> None:
    assert decimal(Decimal("0.123456789"), "sv") == "0,123456789"


def test_a_float_is_written_as_people_type_it() -> None:
    assert decimal(0.1, "en") == "0.1"


def test_trailing_zeros_are_left_out() -> None:
    assert decimal(Decimal("682.40"), "en") == "682.4"
    assert decimal(Decimal("100.0"), "en") == "100"


@pytest.mark.parametrize(("language", "expected"), [("sv", "\u22125"), ("en", "-5"), ("fi", "\u22125")])
def test_minus_is_the_sign_that_cldr_says_although_babel_writes_a_hyphen(
    language: str, expected: str
) -> None:
    assert decimal(-5, language) == expected


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("-Infinity")])
def test_what_is_no_number_is_refused(value: Decimal) -> None:
    with pytest.raises(FormatError, match="is not a number"):
        decimal(value, "sv")


@pytest.mark.parametrize(
    ("language", "expected"), [("sv", "12\u00a0%"), ("en", "12%"), ("de", "12\u00a0%"), ("tr", "%12")]
)
def test_a_percentage_has_the_space_of_its_language(language: str, expected: str) -> None:
    assert percent(0.12, language) == expected


def test_a_percentage_keeps_its_decimals_which_babel_drops() -> None:
    assert percent(0.125, "sv") == "12,5\u00a0%"
    assert percent(0.125, "en") == "12.5%"


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9),
    st.sampled_from(["en", "de", "fr"]),
)
def test_a_decimal_reads_back_as_the_same_number(value: Decimal, language: str) -> None:
    written = decimal(value, language)
    separators = {"fr": written.replace("\u00a0", "\u202f")}  # Babel reads only the space it writes
    locale = {"en": "en_GB"}.get(language, language)
    assert parse_decimal(separators.get(language, written), locale=locale, strict=True) == value


@pytest.mark.parametrize(
    ("language", "expected"),
    [("sv", "682,4\u00a0kB"), ("en", "682.4\u00a0kB"), ("de", "682,4\u00a0kB"), ("fr", "682,4\u00a0ko")],
)
def test_a_file_size_has_its_unit_on_the_same_line(language: str, expected: str) -> None:
    assert file_size(682_400, language) == expected


@pytest.mark.parametrize(
    ("bytes_", "expected"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (1049, "1 kB"),
        (1050, "1.1 kB"),
        (999_949, "999.9 kB"),
        (999_950, "1 MB"),
        (2_000_000, "2 MB"),
        (2_100_000_000, "2.1 GB"),
        (1_234_000_000_000, "1,234 GB"),
    ],
)
def test_a_file_size_is_in_the_largest_unit_it_fills_of_1000_bytes(bytes_: int, expected: str) -> None:
    assert plain(file_size(bytes_, "en")) == expected


@pytest.mark.parametrize(("language", "expected"), [("sv", "1 kB"), ("de", "1 kB"), ("so", "1 kB")])
def test_one_of_a_unit_is_no_word(language: str, expected: str) -> None:
    assert format_unit(1, "digital-kilobyte", "short", locale="de") == "1 kbyte", "the trap is gone"
    assert plain(file_size(1000, language)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("sv", "512 byte"), ("en", "512 bytes"), ("de", "512 Byte"), ("fr", "512 octets"), ("ar", "512 B")],
)
def test_bytes_are_written_out_where_the_language_has_a_word(language: str, expected: str) -> None:
    assert plain(file_size(512, language)) == expected


def test_every_locale_of_cldr_writes_the_number_of_kilobytes() -> None:
    for name in localedata.locale_identifiers():
        with suppress(FormatError):  # locales without formats
            assert "2" in file_size(2000, name), name
            assert " " not in file_size(2000, name), name


def test_a_negative_size_is_refused() -> None:
    with pytest.raises(FormatError, match="cannot have -1 bytes"):
        file_size(-1, "sv")


@given(st.integers(min_value=0, max_value=10**13))
def test_a_file_size_is_true_within_its_rounding(bytes_: int) -> None:
    number, unit = plain(file_size(bytes_, "en")).split(" ")
    size = UNITS[unit.replace("bytes", "B").replace("byte", "B")]
    error = abs(Decimal(number.replace(",", "")) * size - bytes_)
    assert error * 20 <= size * (size > 1)


@given(st.integers(min_value=0, max_value=10**13), st.sampled_from(LANGUAGES))
def test_no_file_size_can_break_over_two_lines(bytes_: int, language: str) -> None:
    assert " " not in file_size(bytes_, language)


@pytest.mark.parametrize(
    ("language", "expected"), [("sv", "pdf, 682,4 kB"), ("en", "PDF, 682.4 kB"), ("de", "PDF, 682,4 kB")]
)
def test_a_file_label_names_format_and_size(language: str, expected: str) -> None:
    assert plain(file_label("pdf", 682_400, language)) == expected
    assert plain(file_label("PDF", 682_400, language)) == expected
