"""Tags, names, directions and locales of languages."""

from __future__ import annotations

import pytest
from babel import Locale, localedata
from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats import (
    FormatError,
    direction,
    in_language,
    is_language_tag,
    locale,
    name_in,
    own_name,
)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("sv", "Svenska"),
        ("en", "English"),
        ("de", "Deutsch"),
        ("fi", "Suomi"),
        ("ar", "العربية"),
        ("so", "Soomaali"),
        ("fa", "فارسی"),
        ("prs", "دری"),
        ("ka", "ქართული"),
        ("zh-Hans", "简体中文"),
        ("sr-Latn", "Srpski (latinica)"),
        ("pt-BR", "Português"),
        ("se", "Davvisámegiella"),
        ("sma", "Åarjelsaemien gïele"),
        ("fit", "Meänkieli"),
        ("akk", "Akkadian"),
    ],
)
def test_a_language_switcher_names_each_language_in_itself(tag: str, expected: str) -> None:
    assert own_name(tag) == expected


@pytest.mark.parametrize(
    ("tag", "language", "expected"),
    [
        ("en", "sv", "engelska"),
        ("en", "en", "English"),
        ("en", "de", "Englisch"),
        ("fit", "sv", "meänkieli"),
        ("en-GB", "sv", "brittisk engelska"),
        ("de-SE", "sv", "tyska"),
        ("sr-Latn", "de", "Serbisch (Lateinisch)"),
        ("iw", "en", "Hebrew"),
        ("qaa", "sv", "qaa"),
    ],
)
def test_a_language_has_its_name_within_a_sentence(tag: str, language: str, expected: str) -> None:
    assert name_in(tag, language) == expected


@pytest.mark.parametrize(
    ("tag", "language", "expected"),
    [
        ("en", "sv", "på engelska"),
        ("en", "en", "in English"),
        ("en", "de", "auf Englisch"),
        ("sv", "fr", "en suédois"),
        ("en", "nb", "på engelsk"),
        ("en", "fi", "englanti"),
    ],
)
def test_a_link_says_in_which_language_its_target_is(tag: str, language: str, expected: str) -> None:
    assert in_language(tag, language) == expected


@pytest.mark.parametrize("tag", ["ar", "fa", "prs", "he", "yi", "ckb", "ur", "az-Arab", "uz-AF", "ku-Arab"])
def test_scripts_that_run_from_right_to_left_say_so(tag: str) -> None:
    assert direction(tag) == "rtl"


@pytest.mark.parametrize("tag", ["sv", "ku", "so", "ti", "az", "fit", "ar-Latn", "ja", "qaa"])
def test_other_scripts_run_from_left_to_right(tag: str) -> None:
    assert direction(tag) == "ltr"


def test_direction_agrees_with_cldr_on_every_locale() -> None:
    # Traditional Mongolian stands in columns, which HTML's dir cannot say.
    disagreeing = {
        name
        for name in localedata.locale_identifiers()
        if direction(name) != Locale.parse(name).text_direction
    }
    assert disagreeing == {"mn_Mong", "mn_Mong_CN", "mn_Mong_MN"}


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("sv", "sv"),
        ("en", "en_GB"),
        ("en-US", "en_US"),
        ("en_GB", "en_GB"),
        ("EN-gb", "en_GB"),
        ("de-SE", "de"),
        ("zh-TW", "zh_Hant_TW"),
        ("sr-Latn-SE", "sr_Latn"),
        ("en-Latn-US", "en_US"),
        ("prs", "fa_AF"),
        ("kmr", "ku"),
    ],
)
def test_a_tag_has_the_closest_locale_of_cldr(tag: str, expected: str) -> None:
    assert str(locale(tag)) == expected


@pytest.mark.parametrize("tag", ["", "english", "xx", "swe", "sv-", "und", "mul", "../etc"])
def test_what_is_no_language_has_no_locale(tag: str) -> None:
    with pytest.raises(FormatError, match="is not a language tag; write one like sv, en or pt-BR"):
        locale(tag)


@pytest.mark.parametrize("tag", ["fit", "sma", "ku-Arab", "x-tolkbar", "qaa"])
def test_a_language_that_cldr_cannot_write_is_refused_with_a_remedy(tag: str) -> None:
    with pytest.raises(FormatError, match="give it the locale of a related language, like fi"):
        locale(tag)


@pytest.mark.parametrize(
    "tag",
    [
        "sv",
        "sv-SE",
        "fit",
        "cmn",
        "prs",
        "zh-Hant-TW",
        "zh-cmn-Hans-CN",
        "de-1996",
        "es-419",
        "sl-rozaj-biske",
        "en-u-ca-buddhist",
        "pt-BR-x-tolkbar",
        "x-tolkbar",
        "SV-se",
    ],
)
def test_tags_that_bcp_47_allows(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    ("tag", "fault"),
    [
        ("en_GB", "an underscore"),
        ("swedish", "a word"),
        ("swe", "ISO 639-2"),
        ("ger", "ISO 639-2"),
        ("dk", "the country's letters"),
        ("gb", "the country's letters"),
        ("en-UK", "no ISO 3166 code"),
        ("sv-Abcd", "no script"),
        ("sv-", "a lost subtag"),
        ("sv SE", "a space"),
        ("sv\n", "a line's end"),
        ("", "nothing"),
        ("x", "a lone singleton"),
        ("svå", "a letter outside ASCII"),
    ],
)
def test_tags_that_bcp_47_does_not_allow(tag: str, fault: str) -> None:
    assert not is_language_tag(tag), fault


@given(st.text(max_size=20))
def test_no_text_is_too_odd_to_be_judged(text: str) -> None:
    own_name(text)
    name_in(text, "sv")
    direction(text)
    if not is_language_tag(text.replace("_", "-")):
        with pytest.raises(FormatError):
            locale(text)


@given(st.sampled_from(localedata.locale_identifiers()))
def test_every_language_of_cldr_has_a_name_of_its_own(name: str) -> None:
    assert own_name(name.replace("_", "-")) != name
