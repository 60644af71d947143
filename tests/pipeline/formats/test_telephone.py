"""Telephone numbers: one number, written in each language, never another number."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats import FormatError, Telephone, plain

LANGUAGES = ("sv", "en", "de", "fi", "fr", "ar", "he", "so")


def texts(written: str) -> tuple[str, str, str]:
    """Return the number in Swedish, English and German, with ordinary spaces."""
    telephone = Telephone.parse(written)
    swedish, english, german = (plain(telephone.text(language)) for language in ("sv", "en", "de"))
    return swedish, english, german


def test_one_record_gives_the_number_of_every_edition() -> None:
    telephone = Telephone.parse("021-39 26 36")
    assert telephone.text("sv") == "021-39\u00a026\u00a036"
    assert telephone.text("en") == "+46\u00a021\u00a039\u00a026\u00a036"
    assert telephone.text("de") == "+46\u00a021\u00a039\u00a026\u00a036"
    assert telephone.e164 == "+4621392636"
    assert telephone.uri == "tel:+4621392636"


@pytest.mark.parametrize(
    "written",
    [
        "021-392636",
        "021 39 26 36",
        "(021) 39 26 36",
        "021/39 26 36",
        "021\u201339\u00a026\u00a036",
        "021\u201139 26 36",
        "+46 21 39 26 36",
        "+46 (0)21-39 26 36",
        "+46-21-39-26-36",
        "0046 21 39 26 36",
        "tel:+4621392636",
        " 021-39 26 36 ",
        "02-139 26 36",
    ],
)
def test_however_it_was_written_it_reads_the_same(written: str) -> None:
    assert Telephone.parse(written) == Telephone.parse("021-39 26 36")
    assert texts(written) == ("021-39 26 36", "+46 21 39 26 36", "+46 21 39 26 36")


@pytest.mark.parametrize(
    ("written", "swedish", "elsewhere"),
    [
        ("0733-12 34 56", "0733-12 34 56", "+46 733 12 34 56"),
        ("073-312 34 56", "073-312 34 56", "+46 73 312 34 56"),
        ("08-50 00 00 00", "08-50 00 00 00", "+46 8 50 00 00 00"),
        ("0771-56 75 67", "0771-56 75 67", "+46 771 56 75 67"),
        ("+46 771 56 75 67", "0771-56 75 67", "+46 771 56 75 67"),
        ("0733\u201112\u00a034\u00a056", "0733-12 34 56", "+46 733 12 34 56"),
    ],
)
def test_a_grouping_that_the_editor_took_care_of_is_kept(written: str, swedish: str, elsewhere: str) -> None:
    assert texts(written) == (swedish, elsewhere, elsewhere)


def test_two_groupings_are_one_number() -> None:
    assert Telephone.parse("0733-12 34 56") == Telephone.parse("073-312 34 56")
    assert Telephone.parse("021-39 26 36") != Telephone.parse("021-39 26 36 ankn. 12")


@pytest.mark.parametrize(
    ("written", "swedish", "elsewhere"),
    [
        ("0771567567", "0771-567 567", "+46 771 567 567"),
        ("+46771567567", "0771-567 567", "+46 771 567 567"),
        ("077-156 75 67", "0771-567 567", "+46 771 567 567"),
        ("0200123456", "0200-123 456", "+46 200 123 456"),
        ("020333366", "020-33 33 66", "+46 20 33 33 66"),
    ],
)
def test_service_numbers_are_grouped_as_swedes_do_not_as_the_library_does(
    written: str, swedish: str, elsewhere: str
) -> None:
    library = phonenumbers.format_number(
        phonenumbers.parse("0771567567", "SE"), phonenumbers.PhoneNumberFormat.NATIONAL
    )
    assert library == "077-156 75 67", "the library has learnt, our table may go"
    assert texts(written) == (swedish, elsewhere, elsewhere)


@pytest.mark.parametrize("written", ["112", "1177", "114 14", "11414", "113 13", "116 117", "90 000"])
def test_short_numbers_stay_as_they_are(written: str) -> None:
    telephone = Telephone.parse(written)
    assert texts(written) == (written, written, written)
    assert telephone.e164 is None
    assert telephone.is_short
    assert telephone.uri == f"tel:{written.replace(' ', '')}"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("+49 231 27487-03", "+49 231 27487-03"),
        ("+49231 27487-03", "+49 231 27487-03"),
        ("0049 (0) 231 27487-03", "+49 231 27487-03"),
        ("+49 (0)231 27487-03", "+49 231 27487-03"),
        ("+358 9 310 1691", "+358 9 310 1691"),
        ("+44 20 7946 0958", "+44 20 7946 0958"),
    ],
)
def test_a_foreign_number_is_never_regrouped(written: str, expected: str) -> None:
    assert texts(written) == (expected, expected, expected)


def test_a_german_number_written_at_home_is_left_alone() -> None:
    telephone = Telephone.parse("0231 27487-03", region="DE")
    assert plain(telephone.text("de")) == "0231 27487-03"
    assert telephone.uri == "tel:+492312748703"


@pytest.mark.parametrize(
    "written",
    [
        "021-39 26 36 ankn 12",
        "021-39 26 36, ankn. 12",
        "021-39 26 36 anknytning 12",
        "021-39 26 36 ext. 12",
        "021-39 26 36 x12",
        "021-39 26 36 Durchwahl 12",
        "+46 21 39 26 36;ext=12",
        "tel:+4621392636;ext=12",
    ],
)
def test_an_extension_is_said_in_the_reader_s_words(written: str) -> None:
    assert texts(written) == (
        "021-39 26 36, ankn. 12",
        "+46 21 39 26 36, extension 12",
        "+46 21 39 26 36, Nebenstelle 12",
    )
    telephone = Telephone.parse(written)
    assert telephone.uri == "tel:+4621392636;ext=12"
    assert telephone.e164 == "+4621392636"
    assert plain(telephone.text("fi")) == "+46 21 39 26 36, ext. 12"


@pytest.mark.parametrize("written", ["021-39 26 3", "021-39 26 36 5", "+46 21 39 26 3"])
def test_a_lost_or_added_digit_is_refused_although_the_library_calls_it_valid(written: str) -> None:
    assert phonenumbers.is_valid_number(phonenumbers.parse(written, "SE"))
    with pytest.raises(FormatError, match="ends with a single digit"):
        Telephone.parse(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "växeln",
        "0771-KOMMUN",
        "021-39 26 36 / 37",
        "39 26 36",
        "021-39",
        "+99 21 39 26 36",
        "021-39 26 36 ankn",
        "٠٢١-٣٩ ٢٦ ٣٦",
        "021-39 26 36<script>",
        "tel:",
        "+46 112",
    ],
)
def test_what_is_no_number_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(FormatError, match=r"is not a telephone number; write it like 021-39 26 36"):
        Telephone.parse(written)


def test_on_a_page_from_right_to_left_the_plus_stays_in_front() -> None:
    assert Telephone.parse("021-39 26 36").text("ar").startswith("\u200e+46")


def swedish_numbers() -> st.SearchStrategy[str]:
    """Draw numbers that exist as far as the library knows, in E.164."""
    return st.from_regex(r"\A\+46[1-9][0-9]{6,8}\Z").filter(
        lambda number: phonenumbers.is_valid_number(phonenumbers.parse(number))
    )


def foreign_numbers() -> st.SearchStrategy[str]:
    """Draw existing numbers of other countries, as each country writes them abroad."""
    regions = sorted(phonenumbers.SUPPORTED_REGIONS - {"SE"})
    examples = [example for example in map(phonenumbers.example_number, regions) if example is not None]
    return st.sampled_from(examples).map(
        lambda number: phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    )


@given(swedish_numbers(), st.sampled_from(LANGUAGES), st.sampled_from(["", "1", "12", "4711"]))
def test_every_text_calls_the_same_number(number: str, language: str, extension: str) -> None:
    telephone = Telephone.parse(f"{number};ext={extension}" if extension else number)
    assert telephone.e164 == number
    assert Telephone.parse(telephone.text(language)) == telephone
    assert Telephone.parse(telephone.uri) == telephone


@given(foreign_numbers(), st.sampled_from(LANGUAGES))
def test_every_text_calls_the_same_foreign_number(written: str, language: str) -> None:
    telephone = Telephone.parse(written)
    assert plain(telephone.text(language)).removeprefix("\u200e") == written
    assert Telephone.parse(telephone.text(language)) == telephone


@given(swedish_numbers(), st.sampled_from(LANGUAGES))
def test_no_text_holds_a_bracketed_zero_or_a_place_to_break(number: str, language: str) -> None:
    text = Telephone.parse(number).text(language)
    assert "(0)" not in text
    assert " " not in text


@given(st.text(alphabet="0123456789 +-()/.,;:=extankn\u00a0\u2011åÅ#*", max_size=30))
def test_no_text_is_too_odd_to_be_read_or_refused(written: str) -> None:
    try:
        telephone = Telephone.parse(written)
    except FormatError:
        return
    assert Telephone.parse(telephone.text("en")) == telephone
