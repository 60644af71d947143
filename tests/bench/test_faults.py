"""Planted faults: a healthy site says the same in every language; each fault is where it is said to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bench.faults.healthy import LANGUAGES, pages
from bench.faults.plant import Kind, kinds, plant
from bench.measure import BenchmarkError
from bench.site import seeded
from checks.registry import BY_ID

if TYPE_CHECKING:
    from pathlib import Path

CATALOG = """\
msgid ""
msgstr ""
"Language: de\\n"

#. Heading
msgid "Vad det kostar"
msgstr "Was es kostet"

msgid "Se <a1>mer</a1>."
msgstr "Siehe <a1>mehr</a1>."
"""


def fault(folder: str, old: str, new: str, at: str | None = None) -> Kind:
    return Kind("a fault", frozenset(), folder, re.compile(old), new, re.compile(at) if at else None)


def test_one_seed_is_one_site() -> None:
    assert pages(5, seed=3) == pages(5, seed=3)
    assert pages(5, seed=3) != pages(5, seed=4)


def test_every_page_says_everything_in_every_language() -> None:
    for page in pages(20):
        assert page.slugs.keys() == set(LANGUAGES)
        for words in page.translations.values():
            assert all(words[language] for language in LANGUAGES)


def test_no_two_pages_share_an_address() -> None:
    made = pages(96)
    assert len({page.name for page in made}) == len(made)
    assert len({(tag, slug) for page in made for tag, slug in page.slugs.items()}) == len(LANGUAGES) * len(
        made
    )


def test_more_pages_than_there_are_words_for_are_refused() -> None:
    with pytest.raises(BenchmarkError, match="words for"):
        pages(10_000)


def test_there_are_sixty_kinds_and_each_is_some_rules_to_find() -> None:
    every = kinds()
    assert len(every) >= 60
    assert len({kind.what for kind in every}) == len(every)
    assert [rule for kind in every for rule in kind.rules if rule not in BY_ID] == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Was es", "was es", 6),
        ('(msgid "Se)', r"#, fuzzy\n\1", 10),
        ('"Language: de', '"Language: nl', 1),
    ],
)
def test_a_fault_in_a_catalog_is_on_the_line_of_its_msgid(
    tmp_path: Path, old: str, new: str, line: int
) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "a.po").write_text(CATALOG, "utf-8")
    kind = fault("locales/", old, new)
    (planted,) = plant(kind, tmp_path, ["locales/a.po"], 1, seeded(1))
    assert (planted.file, planted.line) == ("locales/a.po", line)


def test_a_fault_on_a_page_is_on_its_own_line_or_where_the_kind_says(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text("<html>\n<main>\n<p>Ett</p>\n</main>", "utf-8")
    (here,) = plant(fault("", "Ett", "Två"), tmp_path, ["a.html"], 1, seeded(1))
    (there,) = plant(fault("", "<p>", "<b>", at="<main>"), tmp_path, ["b.html"], 1, seeded(1))
    assert (here.line, there.line) == (3, 2)
    assert "Två" in (tmp_path / "a.html").read_text("utf-8")


def test_a_kind_without_enough_places_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>Ett</p>", "utf-8")
    with pytest.raises(BenchmarkError, match="only 1 files"):
        plant(fault("", "Ett", "Två"), tmp_path, ["a.html"], 2, seeded(1))
