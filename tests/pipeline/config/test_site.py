"""site.toml: what it gives, and what it says when something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.config import External, Language, Organisation, load_site
from pipeline.errors import ConfigError
from pipeline.model import Location, Policy

if TYPE_CHECKING:
    from tests.pipeline.config.conftest import SourceFolder


def test_a_site_is_read_with_its_source_language_first(site: SourceFolder) -> None:
    loaded = load_site(site.root)

    assert loaded.root == site.root
    assert loaded.name == "Västerås stad"
    assert loaded.language == "sv"
    assert loaded.menu == ("index", "arbete/projekt", "kontakt")
    assert loaded.footer == ("tillganglighetsredogorelse",)
    assert loaded.organisation == Organisation(
        name="Västerås stad", address_country="SE", url="https://www.vasteras.se"
    )
    assert loaded.languages == (
        Language(tag="sv", locale="sv_SE", policy=Policy.BLOCK, notice_above=0.0),
        Language(tag="en", locale="en_GB", policy=Policy.FALLBACK, notice_above=0.2),
        Language(tag="de", locale="de_DE", policy=Policy.BLOCK, notice_above=0.0),
    )


def test_a_listed_source_language_keeps_its_locale_and_stands_once(site: SourceFolder) -> None:
    site.edit("source/site.toml", "[languages.de]", '[languages.sv]\nlocale = "sv_FI"')
    assert [(language.tag, language.locale) for language in load_site(site.root).languages] == [
        ("sv", "sv_FI"),
        ("en", "en_GB"),
    ]


def test_menu_footer_and_languages_may_be_left_out(site: SourceFolder) -> None:
    site.write(
        "source/site.toml",
        'name = "Stad"\naddress = "https://stad.example"\nlanguage = "sv"\n'
        '[organisation]\nname = "Stad"\naddress_country = "SE"\nurl = "https://stad.example"\n',
    )
    loaded = load_site(site.root)
    assert (loaded.menu, loaded.footer) == ((), ())
    assert [language.tag for language in loaded.languages] == ["sv"]


@pytest.mark.parametrize(
    ("tag", "locale"),
    [("en", "en_GB"), ("fi", "fi_FI"), ("nb", "nb_NO"), ("en-US", "en_US"), ("zh-Hans", "zh_Hans")],
)
def test_a_language_writes_dates_and_numbers_as_in_its_own_country(
    site: SourceFolder, tag: str, locale: str
) -> None:
    site.edit("source/site.toml", '[languages.en]\nlocale = "en_GB"', f"[languages.{tag}]")
    assert load_site(site.root).languages[1].locale == locale


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://internationellt.example/", "https://internationellt.example"),
        ("HTTPS://Internationellt.Example/Om", "https://internationellt.example/Om"),
        ("http://localhost:8000/site", "http://localhost:8000/site"),
    ],
)
def test_an_address_loses_its_last_slash_and_its_host_gets_small_letters(
    site: SourceFolder, written: str, read: str
) -> None:
    site.edit("source/site.toml", "https://internationellt.example", written)
    assert load_site(site.root).address == read


def test_a_language_may_have_a_limit_of_reading_index(site: SourceFolder) -> None:
    site.edit("source/site.toml", "notice_above = 0.2", "reading_index = 45")
    assert [language.reading_index for language in load_site(site.root).languages] == [None, 45.0, None]


def test_a_site_knows_where_its_keys_stand(site: SourceFolder) -> None:
    places = load_site(site.root).places
    assert places["name"] == Location("source/site.toml", 1)
    assert places["menu.1"] == Location("source/site.toml", 4, 18)
    assert places["organisation.name"] == Location("source/site.toml", 8)
    assert places["languages"] == Location("source/site.toml", 12)
    assert places["languages.de"] == Location("source/site.toml", 17)


NO_ADDRESS = "is no web address; write https:// and the host in ASCII, as in "
NO_PAGE = "is no page; write its path below source/pages without suffix, as in "
NO_SHARE = 'The key "notice_above" needs a number from 0.0 to 1.0, as in notice_above = 0.2.'
NO_INDEX = 'The key "reading_index" needs a number from 0 to 100, as in reading_index = 45.'
NO_DATA = 'CLDR has no data for "fit"; choose whose dates and numbers it follows'
TOP_KEYS = "name, address, language, languages, menu, footer, organisation, external"
ADDRESS_EXAMPLE = 'address = "https://www.kommun.example".'
MENU_EXAMPLE = 'menu = ["index", "kontakt"].'

FAULTS = [
    # A key that is unknown, missing or of the wrong type
    ("name =", "nmae =", '1: The key "nmae" is unknown in site.toml; did you mean "name"?'),
    (
        "[organisation]",
        "[organization]",
        '7: The key "organization" is unknown in site.toml; did you mean "organisation"?',
    ),
    ("footer =", "colour =", f'5: The key "colour" is unknown in site.toml; the keys there are {TOP_KEYS}.'),
    (
        'name = "Västerås stad"\naddress =',
        "address =",
        '1: The key "name" is missing in site.toml; add name = "Västerås stad".',
    ),
    (
        'url = "https://www.vasteras.se"\n',
        "",
        '7: The key "url" is missing in [organisation]; add url = "https://www.kommun.example".',
    ),
    (
        '"Västerås stad"',
        "5",
        '1: The key "name" needs text in quotation marks, as in name = "Västerås stad".',
    ),
    ('"Västerås stad"', '" "', '1: The key "name" is empty; write name = "Västerås stad".'),
    ("stad", r"st\u0007ad", '1: The key "name" holds the invisible character U+0007; delete it.'),
    ("stad", "st\u2028ad", '1: The key "name" holds the invisible character U+2028; delete it.'),
    # The site's address
    *(
        ("https://internationellt.example", address, f'2: "{address}" {NO_ADDRESS}{ADDRESS_EXAMPLE}')
        for address in (
            "www.internationellt.example",
            "ftp://internationellt.example",
            "https://inter nationellt.example",
            "https://västerås.example",
            "https://user@internationellt.example",
            "https://internationellt.example/?page=1",
            "https://internationellt.example/#top",
            "javascript:alert(1)",
        )
    ),
    # Languages
    ('"sv"', '"SV"', '3: "SV" is no language tag; did you mean "sv"?'),
    ('"sv"', '"swe"', '3: "swe" is no language tag; did you mean "sv"?'),
    ('"sv"', '"svenska"', '3: "svenska" is no language tag; write one, as in language = "sv".'),
    ('"sv"', '"und"', '3: "und" is no language tag; write one, as in language = "sv".'),
    ("languages.de", "languages.dk", '17: "dk" is no language tag; did you mean "da"?'),
    ("languages.de", "languages.xx", '17: "xx" is no language tag; write one, as in [languages.de].'),
    ("languages.de", "languages.en_us", '17: "en_us" is no language tag; did you mean "en-US"?'),
    ("languages.de", "languages.en", "17: This key or table stands in the file before; keep one of the two."),
    ("[languages.de]", "[[languages.de]]", '17: The key "de" must be a table, as in [languages.de].'),
    (
        "languages.de",
        "languages.fit",
        f'17: {NO_DATA}, as in locale = "fi_FI" below [languages.fit].',
    ),
    (
        "[languages.de]",
        '[languages.sv]\npolicy = "omit"',
        '18: "sv" is the source language and needs no translation; delete its policy.',
    ),
    ('"en_GB"', '"en-GB"', '13: "en-GB" is no CLDR locale; write one, as in locale = "en_GB".'),
    (
        '"en_GB"',
        '"../../etc/passwd"',
        '13: "../../etc/passwd" is no CLDR locale; write one, as in locale = "en_GB".',
    ),
    ("policy =", "polcy =", '14: The key "polcy" is unknown in [languages.en]; did you mean "policy"?'),
    ('"fallback"', '"falback"', '14: "falback" is no value of "policy"; did you mean "fallback"?'),
    ('"fallback"', '"keep"', '14: "keep" is no value of "policy"; write one of block, fallback, omit.'),
    *(
        ("notice_above = 0.2", f"reading_index = {index}", f"15: {NO_INDEX}")
        for index in ("101", "-1", "nan", "true")
    ),
    *(("0.2", share, f"15: {NO_SHARE}") for share in ("20", "-0.1", "true", "nan", "1e999", '"20 %"')),
    # The organisation
    (
        '"SE"',
        '"Sverige"',
        '9: "Sverige" is no country code; write two capitals, as in address_country = "SE".',
    ),
    ('"SE"', '"se"', '9: "se" is no country code; write two capitals, as in address_country = "SE".'),
    # Menu and footer
    (
        '["index", "arbete/projekt", "kontakt"]',
        '"index"',
        f'4: The key "menu" must be a list, as in {MENU_EXAMPLE}',
    ),
    ('"kontakt"', "7", f'4: The key "menu" needs text in quotation marks, as in {MENU_EXAMPLE}'),
    ('"kontakt"', '"index"', '4: "index" stands twice in "menu"; keep one of the two.'),
    *(
        ('"kontakt"', f"'{page}'", f'4: "{page}" {NO_PAGE}{MENU_EXAMPLE}')
        for page in (
            "kontakt.md",
            "../kontakt",
            "/kontakt",
            "kontakt/",
            "arbete/../kontakt",
            r"arbete\kontakt",
        )
    ),
]


@pytest.mark.parametrize(("old", "new", "sentence"), FAULTS)
def test_a_fault_is_told_in_one_line(site: SourceFolder, old: str, new: str, sentence: str) -> None:
    site.edit("source/site.toml", old, new)
    with pytest.raises(ConfigError) as caught:
        load_site(site.root)
    assert str(caught.value) == f"source/site.toml:{sentence}"


def test_a_site_settles_how_other_servers_are_asked(site: SourceFolder) -> None:
    site.edit(
        "source/site.toml",
        "[languages.de]",
        '[languages.de]\n[external]\nexclude = ["https://intern.example/*"]\n'
        'cache_age = "12h"\npause = 0.5\nretries = 0\n',
    )

    assert load_site(site.root).external == External(
        exclude=("https://intern.example/*",), cache_age=43_200.0, pause=0.5, retries=0
    )


@pytest.mark.parametrize(
    ("setting", "remedy"),
    [
        ("timeout = 0", "needs a number from 0.01 to 86400, as in timeout = 20"),
        ("concurrency = 501", "needs a number from 1 to 500"),
        ("per_server = 1.5", "needs a number from 1 to 500"),
        ("retries = true", "needs a number from 0 to 500"),
        ('cache_age = "1w"', 'needs minutes, hours or days, as in cache_age = "1d"'),
        ('proxy = "proxy"', "is no web address"),
        ("pauze = 1", 'did you mean "pause"?'),
    ],
)
def test_a_wrong_way_to_ask_is_told_at_its_line(site: SourceFolder, setting: str, remedy: str) -> None:
    site.edit("source/site.toml", "[languages.de]", f"[languages.de]\n[external]\n{setting}")

    with pytest.raises(ConfigError) as caught:
        load_site(site.root)

    assert remedy in str(caught.value)
    assert str(caught.value).startswith("source/site.toml:19: ")
