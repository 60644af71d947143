"""What is read out of running text, and what only looks like it."""

from __future__ import annotations

import pytest
from babel.dates import get_day_names

from checks.values import address, email, hours, telephone
from checks.values.address import SWEDEN, sweden_in

CITY = "+4621392636"


@pytest.mark.parametrize(
    "written",
    [
        "021-39 26 36",
        "021-39\u00a026\u00a036",
        "(021) 39 26 36",
        "021/39 26 36",
        "021\u201339 26 36",
        "+46 21 39 26 36",
        "+46 (0)21-39 26 36",
        "0046 21 39 26 36",
        "+4621392636",
    ],
)
def test_one_number_is_the_same_however_it_is_written(written: str) -> None:
    (found,) = telephone.find(f"Ring {written}, eller skriv.", "SE")
    assert found.text == written
    assert found.telephone == telephone.Telephone(CITY)


@pytest.mark.parametrize(
    "text",
    [
        "212000-2080",
        "010203-1234",
        "2026-11-23 09:00",
        "09.00–15.30",
        "01-02-2026",
        "0–100 000 000 kr",
        "ISBN 0-306-40615-2",
        "0213926",
        "721 87",
    ],
)
def test_other_digits_are_no_number(text: str) -> None:
    assert list(telephone.find(text, "SE")) == []


@pytest.mark.parametrize("written", ["021-39 26 3", "021-39 26 36 5", "021-39 26 36 55", "+46 21 39 26 3"])
def test_a_digit_too_few_or_too_many_is_a_look_alike(written: str) -> None:
    (found,) = telephone.find(written, "SE")
    assert found.telephone is None


def test_an_extension_belongs_to_its_number() -> None:
    (found,) = telephone.find("021-39 26 36, ankn. 12", "SE")
    assert found.telephone == telephone.Telephone(CITY, "12")


@pytest.mark.parametrize(("text", "is_certain"), [("ring 1177", True), ("1177 hushåll", False)])
def test_a_short_number_is_certain_where_the_text_means_one(text: str, is_certain: bool) -> None:  # noqa: FBT001 - the expected value
    (found,) = telephone.find(text, "SE")
    assert found.is_certain is is_certain


def test_a_postcode_after_a_number_is_none_of_its_digits() -> None:
    numbers = [found.text for found in telephone.find("Tel 021-39 26 36 721 87 Västerås", "SE")]
    assert numbers == ["021-39 26 36"]


@pytest.mark.parametrize(
    ("text", "language", "is_good"),
    [
        ("021-39 26 36", "sv", True),
        ("0771-567 567", "sv", True),
        ("0733-12 34 56", "sv", True),
        ("+46 21 39 26 36", "sv", True),
        ("0213-92 636", "sv", False),
        ("021-39 26 36", "de", False),
        ("+46 21 392636", "de", True),
        ("+49 (0)231 27487-03", "de", True),
    ],
)
def test_a_language_has_its_forms_and_foreign_numbers_keep_theirs(
    text: str,
    language: str,
    is_good: bool,  # noqa: FBT001 - the expected value
) -> None:
    (found,) = telephone.find(text, "SE")
    assert found.telephone is not None
    assert telephone.is_well_written(text, found.telephone, language) is is_good


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("Stadshuset, rum A185, 721 87 Västerås", ["72187"]),
        ("SE-721\u00a087 Västerås", ["72187"]),
        ("72187 Västerås", ["72187"]),
        ("721 8 Västerås", ["7218"]),
        ("18439 Stralsund", []),
        ("34 175 45 Xa", []),
        ("08-123 456 78 Kontakt", []),
        ("2026 Västerås", []),
    ],
)
def test_a_postcode_is_swedish_by_its_space_its_prefix_or_its_town(text: str, digits: list[str]) -> None:
    assert [code.digits for code in address.find(text)] == digits


@pytest.mark.parametrize(
    ("text", "language", "span"),
    [
        ("måndag–fredag kl. 9.00–15.30", "sv", (540, 930)),
        ("Monday to Friday, 9am to 3:30pm", "en", (540, 930)),
        ("9–11:30am", "en", (540, 690)),
        ("6pm to midnight", "en", (1080, 1440)),
        ("9 bis 12 Uhr", "de", (540, 720)),
        ("öppet 9.00–12.00", "sv", (540, 720)),
        ("vecka 12–13", "sv", None),
        ("1.50–2.50", "sv", None),
        ("2026–2030", "sv", None),
    ],
)
def test_hours_are_certain_by_their_words(text: str, language: str, span: tuple[int, int] | None) -> None:
    certain = [found for found in hours.find(text, language) if found.is_certain]
    assert [(found.opens, found.closes) for found in certain] == ([span] if span else [])


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Skriv till charlotta.filling@vasteras.se.", ["charlotta.filling@vasteras.se"]),
        ("A.B@Vasteras.SE", ["a.b@vasteras.se"]),
        ("charlotta@vas\u200bteras.se", ["charlotta@vasteras.se"]),
        ("a@b, @vasteras och https://x@y.se", []),
    ],
)
def test_an_address_is_what_people_see_of_it(text: str, addresses: list[str]) -> None:
    assert [found.address for found in email.find(text)] == addresses


def test_the_names_of_sweden_are_those_of_cldr() -> None:
    assert {language: sweden_in(language) for language in SWEDEN} == SWEDEN


@pytest.mark.parametrize("language", hours.DAYS)
def test_the_names_of_days_are_those_of_cldr(language: str) -> None:
    names = get_day_names("wide", locale=language)
    assert [names[day].lower() for day in range(7)] == hours.DAYS[language]


@pytest.mark.parametrize("joint", ["–", " - ", " till ", " TILL ", "\u00a0till\u00a0", " och "])
def test_hours_are_found_whatever_joins_them(joint: str) -> None:
    (found,) = hours.find(f"Öppet 9.00{joint}15.30.", "sv")
    assert (found.opens, found.closes) == (540, 930)
