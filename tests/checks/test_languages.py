from __future__ import annotations

import pytest

from checks.languages import agree, is_known, primary


@pytest.mark.parametrize("tag", ["sv", "EN", "de-AT", "de-hello", "fit", "sr-Latn", "qaa", " sv "])
def test_a_language_of_the_registry_is_known_whatever_follows_it(tag: str) -> None:
    assert is_known(tag)


@pytest.mark.parametrize(
    "tag", ["", "eng", "swe", "svenska", "i-lux", "x-private", "en_GB", "-sv", "s", "qua-"]
)
def test_what_is_no_language_is_not_known(tag: str) -> None:
    assert is_known(tag) is (tag == "qua-")  # Quechua is one, with a stray hyphen


@pytest.mark.parametrize(
    ("one", "other"), [("en", "en-GB"), ("EN-gb", "en"), ("sv", "sv"), ("zh-Hant", "zh-Hant-TW")]
)
def test_tags_agree_when_one_only_says_more(one: str, other: str) -> None:
    assert agree(one, other)


@pytest.mark.parametrize(("one", "other"), [("en", "de"), ("en-GB", "en-US"), ("sv", "svk"), ("sv", "")])
def test_tags_of_different_languages_do_not_agree(one: str, other: str) -> None:
    assert not agree(one, other)


def test_the_primary_subtag_is_what_stands_before_the_first_hyphen() -> None:
    assert primary("De-CH-1996") == "de"
