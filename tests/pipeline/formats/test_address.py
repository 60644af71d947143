"""One record, three addresses; what the postman reads is the same in all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats import FormatError, PostalAddress, locale, plain, postal_address


def city_hall(language: str, postcode: str = "721 87") -> PostalAddress:
    return postal_address(language, building="Stadshuset", room="A185", postcode=postcode, town="Västerås")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", "Stadshuset, rum A185, 721 87 Västerås"),
        ("en", "Stadshuset, room A185, SE-721 87 Västerås, Sweden"),
        ("de", "Stadshuset, Raum A185, SE-721 87 Västerås, Schweden"),
        ("en_US", "Stadshuset, room A185, SE-721 87 Västerås, Sweden"),
        ("fi", "Stadshuset, rum A185, SE-721 87 Västerås, Ruotsi"),
        ("ar", "Stadshuset, rum A185, SE-721 87 Västerås, السويد"),
    ],
)
def test_an_address_on_one_line(language: str, expected: str) -> None:
    assert plain(city_hall(language).line) == expected


def test_an_address_comes_in_the_parts_of_schema_org() -> None:
    assert city_hall("sv") == PostalAddress("Stadshuset, rum A185", "721\u00a087", "Västerås", None)
    assert city_hall("de") == PostalAddress("Stadshuset, Raum A185", "SE-721\u00a087", "Västerås", "Schweden")


def test_a_country_without_a_name_in_the_language_is_named_in_english() -> None:
    assert "SE" not in locale("co").territories, "Corsican has learnt the name; take another language"
    assert city_hall("co").country == "Sweden"


def test_a_street_follows_the_room_and_is_not_translated() -> None:
    address = postal_address(
        "en",
        building="Stadshuset",
        room="A185",
        street="Fredsgatan 10",
        postcode="721 87",
        town="Västerås",
    )
    assert address.street_address == "Stadshuset, room A185, Fredsgatan 10"


def test_an_address_may_be_a_postcode_and_a_town_alone() -> None:
    assert plain(postal_address("sv", postcode="721 87", town="Västerås").line) == "721 87 Västerås"


@pytest.mark.parametrize("written", ["721 87", "72187", "721\u00a087", "SE-721 87", "SE 72187", "S-721 87"])
def test_a_postcode_is_grouped_however_it_was_written(written: str) -> None:
    assert city_hall("sv", written).postal_code == "721\u00a087"


@pytest.mark.parametrize("written", ["721 8", "7218", "721-87", "721 877", "", "DE-72187"])
def test_a_postcode_without_five_digits_is_refused(written: str) -> None:
    with pytest.raises(FormatError, match="is not a Swedish postcode; write five digits, like 721 87"):
        city_hall("sv", written)


def test_an_address_abroad_keeps_its_postcode_and_names_its_country() -> None:
    berlin = {"street": "Rauchstraße 1", "postcode": "10787", "town": "Berlin", "country": "DE"}
    assert postal_address("sv", **berlin).line == "Rauchstraße 1, 10787 Berlin, Tyskland"
    assert postal_address("de", **berlin).line == "Rauchstraße 1, 10787 Berlin"


def test_a_reader_in_any_official_language_of_the_country_is_at_home() -> None:
    assert postal_address("sv", postcode="00100", town="Helsingfors", country="FI").country is None


def test_an_unknown_country_is_refused() -> None:
    with pytest.raises(FormatError, match="Sverige is not a country; write its two letters, like SE"):
        postal_address("en", postcode="721 87", town="Västerås", country="Sverige")


@given(st.from_regex(r"\A[1-9][0-9]{4}\Z"), st.sampled_from(["sv", "en", "de", "fi", "ar"]))
def test_the_five_digits_are_the_same_in_every_language(postcode: str, language: str) -> None:
    assert "".join(filter(str.isdigit, city_hall(language, postcode).postal_code)) == postcode
