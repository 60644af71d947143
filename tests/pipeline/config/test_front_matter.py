"""Front matter: what a page's first lines give, and what they say when something is wrong."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.config import read_front_matter
from pipeline.errors import ConfigError
from pipeline.model import Location

PATH = "source/pages/internationellt-arbete.md"
MATTER = """\
+++
title = "Internationellt arbete"
description = "Så arbetar staden"
slug = "arbete"
updated = 2026-11-23
+++
"""


def test_a_page_is_split_into_front_matter_and_body() -> None:
    matter, body, body_line = read_front_matter(MATTER + "\n# Rubrik\n", PATH)
    assert (matter.title, matter.description) == ("Internationellt arbete", "Så arbetar staden")
    assert (matter.slug, matter.updated) == ("arbete", date(2026, 11, 23))
    assert (body, body_line) == ("\n# Rubrik\n", 7)


def test_front_matter_knows_where_its_keys_stand() -> None:
    matter, _, _ = read_front_matter(MATTER, PATH)
    assert matter.location == Location(PATH, 1)
    assert matter.places["title"] == Location(PATH, 2)
    assert matter.places["updated"] == Location(PATH, 5)


def test_a_title_is_enough_and_the_slug_is_then_the_name_of_the_file() -> None:
    matter, _, _ = read_front_matter('+++\ntitle = "Arbete"\n+++\n', PATH)
    assert (matter.slug, matter.description, matter.updated) == ("internationellt-arbete", None, None)


def test_an_index_page_needs_no_slug() -> None:
    assert read_front_matter('+++\ntitle = "Start"\n+++\n', "source/pages/index.html")[0].slug == "index"


def test_line_ends_of_windows_and_its_byte_order_mark_change_nothing() -> None:
    windows = "\ufeff" + (MATTER + "Text\n").replace("\n", "\r\n")
    matter, body, body_line = read_front_matter(windows, PATH)
    assert matter == read_front_matter(MATTER, PATH)[0]
    assert (body, body_line) == ("Text\r\n", 7)


def test_a_page_may_end_with_its_front_matter() -> None:
    assert read_front_matter('+++\ntitle = "Arbete"\n+++', PATH)[1:] == ("", 3)


def test_a_line_of_pluses_in_the_body_is_text() -> None:
    assert read_front_matter(MATTER + "a\n+++\nb\n", PATH)[1] == "a\n+++\nb\n"


NO_MATTER = '1: The page has no front matter; begin it with a line +++, title = "…", and a line +++.'
YAML = '1: Front matter between --- lines is YAML; write +++ instead, and TOML between: title = "…".'
NOT_CLOSED = "1: The front matter is not closed; write +++ on a line of its own after its last key."
NO_SLUG = 'is no slug; write a-z, 0-9 and single hyphens only, as in slug = "bygga-och-bo".'
KEYS = "title, description, slug, updated"
NO_DATE = 'The key "updated" needs a date without quotation marks, as in updated = 2026-11-23.'

FAULTS = [
    ("", NO_MATTER),
    ("# Rubrik\n", NO_MATTER),
    ("\n" + MATTER, NO_MATTER),
    ("---\ntitle: Arbete\n---\n", YAML),
    ("---\r\ntitle: Arbete\r\n---\r\n", YAML),
    ('+++\ntitle = "Arbete"\n', NOT_CLOSED),
    ('+++\ntitle = "Arbete"\n++++\n', NOT_CLOSED),
    ("+++", NOT_CLOSED),
    (
        "+++\n+++\n",
        '2: The key "title" is missing in internationellt-arbete.md; add title = "Bygga och bo".',
    ),
    (
        MATTER.replace("title", "titel"),
        '2: The key "titel" is unknown in internationellt-arbete.md; did you mean "title"?',
    ),
    (
        MATTER.replace("description", "author"),
        f'3: The key "author" is unknown in internationellt-arbete.md; the keys there are {KEYS}.',
    ),
    (MATTER.replace("2026-11-23", '"2026-11-23"'), f"5: {NO_DATE}"),
    (MATTER.replace("2026-11-23", "2026-11-23T09:00:00"), f"5: {NO_DATE}"),
    (MATTER.replace('"arbete"', '"Arbete"'), f'4: "Arbete" {NO_SLUG}'),
    (MATTER.replace('"arbete"', '"../arbete"'), f'4: "../arbete" {NO_SLUG}'),
    (MATTER.replace('"arbete"', '"världen"'), f'4: "världen" {NO_SLUG}'),
    (MATTER.replace('"arbete"', '"a--b"'), f'4: "a--b" {NO_SLUG}'),
    (
        MATTER.replace('"Så arbetar staden"', "Så arbetar staden"),
        '3: The value is missing or no TOML; put text in straight quotation marks: key = "text".',
    ),
    (
        MATTER.replace("\n", "\r\n").replace('"arbete"', '"arbete'),
        "4: The closing quotation mark is missing; write it at the end of the text.",
    ),
]


@pytest.mark.parametrize(("text", "sentence"), FAULTS)
def test_a_fault_is_told_in_one_line(text: str, sentence: str) -> None:
    assert _complaint(text, PATH) == f"{PATH}:{sentence}"


def test_a_file_whose_name_makes_no_address_is_told_a_slug() -> None:
    assert _complaint('+++\ntitle = "Om"\n+++\n', "source/pages/Om världen!.md") == (
        'source/pages/Om världen!.md:1: The file\'s name "Om världen!" makes no address; '
        'add slug = "om-varlden".'
    )


def test_an_index_page_may_have_no_slug_of_its_own() -> None:
    assert _complaint(MATTER, "source/pages/arbete/index.md") == (
        'source/pages/arbete/index.md:4: An index page has the address of its folder; delete the key "slug".'
    )


def _complaint(text: str, path: str) -> str:
    """Return what reading the front matter says."""
    with pytest.raises(ConfigError) as caught:
        read_front_matter(text, path)
    return str(caught.value)
