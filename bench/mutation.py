"""A site after an editor's work: the same pages, a share of their units changed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bench import prose, vocabulary
from bench.site import Block, Page, Shape, Site, new_unit, seeded

if TYPE_CHECKING:
    from random import Random


def mutate(site: Site, share: float = 0.05, seed: int = 1) -> Site:
    """Return ``site`` after an editor's work on ``share`` of its units, spread over all pages.

    About half are reworded in one to three places, the others lengthened, written anew, removed,
    or followed by a new one.  Addresses stay as they are.
    """
    rng = seeded(site.seed, "mutation", seed)
    places = [(page, index) for page, content in enumerate(site.pages) for index in range(_editable(content))]
    chosen: dict[int, set[int]] = {}
    for page, index in rng.sample(places, round(share * site.unit_count())):
        chosen.setdefault(page, set()).add(index)
    return replace(
        site,
        pages=tuple(
            _edited_page(rng, page, chosen.get(number, set())) for number, page in enumerate(site.pages)
        ),
    )


def _editable(page: Page) -> int:
    """Return how many places of ``page`` can change: title, description, and the units of its blocks."""
    return 2 + sum(len(block.units) for block in page.blocks)


def _edited_page(rng: Random, page: Page, chosen: set[int]) -> Page:
    if not chosen:
        return page
    title = reword(rng, page.title) if 0 in chosen else page.title
    description = reword(rng, page.description) if 1 in chosen else page.description
    blocks, start = [], 2
    for block in page.blocks:
        here = {index - start for index in chosen if start <= index < start + len(block.units)}
        blocks.append(_edited_block(rng, block, here, page.theme))
        start += len(block.units)
    return replace(
        page, title=title, description=description, blocks=tuple(block for block in blocks if block.units)
    )


def _edited_block(rng: Random, block: Block, chosen: set[int], theme: prose.Theme) -> Block:
    units: list[str] = []
    for index, unit in enumerate(block.units):
        units += _edited(rng, block.shape, index, unit, theme) if index in chosen else [unit]
    return replace(block, units=tuple(units))


def _edited(rng: Random, shape: Shape, index: int, unit: str, theme: prose.Theme) -> list[str]:
    """Return what stands where ``unit`` stood: another text, two units, or none."""
    edit = rng.choices(("reword", "lengthen", "rewrite", "insert", "remove"), (50, 15, 15, 10, 10))[0]
    if edit == "rewrite":
        return [new_unit(rng, shape, index, theme)]
    if shape is Shape.PARAGRAPHS and edit == "lengthen":
        return [f"{unit} {prose.sentence(rng, theme)}"]
    if shape in {Shape.PARAGRAPHS, Shape.LIST, Shape.STEPS} and edit in {"insert", "remove"}:
        return [unit, new_unit(rng, shape, index, theme)] if edit == "insert" else []
    return [reword(rng, unit)]


_TAGS = re.compile(r"(<[^>]*>)")


def _alternatives() -> dict[str, tuple[str, ...]]:
    """Return, for every phrase of the vocabulary, the phrases that can stand in its place."""
    indefinite, definite = zip(*vocabulary.SERVICES, strict=True)
    families = (*vocabulary.SLOTS.values(), indefinite, definite, tuple(prose.PLACES))
    return {phrase.lower(): family for family in families for phrase in family}


_ALTERNATIVES = _alternatives()
_PHRASE = re.compile(
    r"\b(?:\d+|" + "|".join(sorted(map(re.escape, _ALTERNATIVES), key=len, reverse=True)) + r")\b",
    re.IGNORECASE,
)


def reword(rng: Random, unit: str) -> str:
    """Return ``unit`` with one to three of its phrases or numbers changed and its markup untouched."""
    pieces = _TAGS.split(unit)
    found = [
        (number, phrase) for number in range(0, len(pieces), 2) for phrase in _PHRASE.finditer(pieces[number])
    ]
    if not found:
        return f"{unit} i {rng.choice(prose.PLACES)}"
    chosen = rng.sample(found, min(len(found), rng.choices((1, 2, 3), (6, 3, 1))[0]))
    for number, phrase in sorted(chosen, key=lambda place: place[1].start(), reverse=True):
        piece = pieces[number]
        pieces[number] = piece[: phrase.start()] + _another(rng, phrase[0]) + piece[phrase.end() :]
    return "".join(pieces)


def _another(rng: Random, phrase: str) -> str:
    """Return what an editor might write instead of ``phrase``, with a capital where it has one."""
    if phrase.isdigit():
        return _another_number(rng, int(phrase))
    other = rng.choice([other for other in _ALTERNATIVES[phrase.lower()] if other.lower() != phrase.lower()])
    return other[0].upper() + other[1:] if phrase[0].isupper() else other


def _another_number(rng: Random, number: int) -> str:
    """Return a number near ``number``; what can be the day of a month stays one."""
    last_day = 28
    near = range(1, last_day + 1) if number <= last_day else range(number - 5, number + 6)
    return str(rng.choice([other for other in near if other != number]))
