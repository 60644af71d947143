"""How far every page has come in every language, for the page that the preview begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.shell import NAME as SHELL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.catalog import Statistics
    from tolkbar.preview.making import Made


class Row(NamedTuple):
    """A page: its name, its title in the source language, and its counts by language."""

    page: str
    title: str
    counts: Mapping[str, Statistics]


class Table(NamedTuple):
    """Pages by languages: ``languages`` are those translated to, ``sums`` those of all pages."""

    source: str
    languages: Sequence[str]
    rows: Sequence[Row]
    sums: Mapping[str, tuple[int, int, int]]
    shell: Mapping[str, Statistics]


def table(made: Made, wanted: str = "") -> Table:
    """Return the pages that have ``wanted`` in their name or title, as the site's files are ordered."""
    heads = made.editions[made.language].heads
    languages = [tag for tag in made.editions if tag != made.language]
    rows = [
        Row(page, head.title, {tag: made.counts[tag, page] for tag in languages})
        for page, head in sorted(heads.items(), key=lambda item: _order(item[0]))
        if wanted.casefold() in f"{page}\n{head.title}".casefold()
    ]
    sums = {tag: _sum(made, tag) for tag in languages}
    return Table(made.language, languages, rows, sums, {tag: made.counts[tag, SHELL] for tag in languages})


def _order(page: str) -> tuple[bool, str]:
    """Return the key that pages are sorted by: the start page first."""
    return page != "index", page


def _sum(made: Made, language: str) -> tuple[int, int, int]:
    counts = [count for (tag, _), count in made.counts.items() if tag == language]
    return (
        sum(one.translated for one in counts),
        sum(one.fuzzy for one in counts),
        sum(one.untranslated for one in counts),
    )
