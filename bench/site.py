"""A municipality's site as values: pages of blocks, blocks of units, the same for the same seed.

A unit here is what a translator would get: the inner HTML of one heading, paragraph, item or cell, one
alternative text, a title, a description.  Nothing here touches the disk; see ``bench.generator``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from random import Random
from typing import TYPE_CHECKING

from bench import prose, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Every page has its title twice (as title, and as h1), a description and the heading of its contact block.
FIXED_UNITS = 4
CONTACT_HEADING = "Kontakta oss"
LEAST_UNITS = FIXED_UNITS + 2
_SPREAD = 0.4  # of the logarithm of page sizes: most pages are near the mean, some three times as long


class Shape(StrEnum):
    """The kinds of blocks that editors use."""

    HEADING = "h2"
    SUBHEADING = "h3"
    PARAGRAPHS = "p"
    LIST = "ul"
    STEPS = "ol"
    TABLE = "table"
    IMAGE = "img"


@dataclass(frozen=True, slots=True)
class Block:
    """Units that stand together; a table's are its caption, then its cells, two a row."""

    shape: Shape
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: ``name`` is its path below ``pages`` without suffix, its last part the slug."""

    name: str
    title: str
    description: str
    blocks: tuple[Block, ...]
    theme: prose.Theme
    contact: int

    def units(self) -> Iterator[str]:
        """Yield the page's units in reading order, the title twice: once more as its h1."""
        yield from (self.title, self.description, self.title)
        for block in self.blocks:
            yield from block.units
        yield CONTACT_HEADING


@dataclass(frozen=True, slots=True)
class Site:
    """All pages of a site, the start page first, and the languages it is translated to."""

    pages: tuple[Page, ...]
    languages: tuple[str, ...]
    seed: int

    def unit_count(self) -> int:
        """Return how many units there are, counted as readers meet them."""
        return sum(1 for page in self.pages for _ in page.units())


def generate(pages: int = 1000, units: int = 37, seed: int = 1, languages: Sequence[str] = ("en",)) -> Site:
    """Return a site of ``pages`` pages with ``units`` units on average, the same for the same arguments.

    Raises ``ValueError`` for sizes that cannot be a page.
    """
    if pages < 1 or units < LEAST_UNITS:
        raise ValueError(f"a site needs at least one page and {LEAST_UNITS} units a page")
    rng = seeded(seed, "site")
    subjects = _subjects(rng, pages)
    sizes = _sizes(rng, pages, units)
    names = [subject.name for subject in subjects]
    return Site(
        tuple(
            _page(seeded(seed, subject.name), subject, size, names)
            for subject, size in zip(subjects, sizes, strict=True)
        ),
        tuple(languages),
        seed,
    )


@dataclass(frozen=True, slots=True)
class _Subject:
    name: str
    title: str
    service: tuple[str, str]
    place: str


def seeded(*parts: object) -> Random:
    """Return a source of chance that repeats itself for the same ``parts``."""
    return Random("/".join(map(str, parts)))


def _subjects(rng: Random, pages: int) -> list[_Subject]:
    """Return as many different subjects, the start page's first and then the accessibility statement's."""
    fixed = [
        _Subject(
            "index", f"Välkommen till {vocabulary.MUNICIPALITY}", vocabulary.SERVICES[0], prose.PLACES[0]
        ),
        _Subject(
            "tillganglighetsredogorelse",
            "Tillgänglighet för webbplatsen",
            vocabulary.SERVICES[1],
            prose.PLACES[1],
        ),
    ][:pages]
    services = range(len(vocabulary.SERVICES))
    everything = list(product(services, prose.PLACES, vocabulary.TITLES))
    return fixed + [_subject(rng, *chosen) for chosen in rng.sample(everything, pages - len(fixed))]


def _subject(rng: Random, service: int, place: str, pattern: str) -> _Subject:
    words = vocabulary.SERVICES[service]
    title = prose.fill(rng, pattern, prose.Theme(words, place, ()))
    section = vocabulary.SECTIONS[service * len(vocabulary.SECTIONS) // len(vocabulary.SERVICES)]
    return _Subject(f"{section[0]}/{slug(title)}", title, words, place)


def slug(title: str) -> str:
    """Return ``title`` as Swedish sites write it in addresses: ``a-z``, digits and hyphens."""
    plain = title.lower().translate(str.maketrans("åäö", "aao"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _sizes(rng: Random, pages: int, units: int) -> list[int]:
    """Return page sizes that vary like real ones and add up to ``pages * units``."""
    sizes = [
        max(LEAST_UNITS, round(units * rng.lognormvariate(-_SPREAD * _SPREAD / 2, _SPREAD)))
        for _ in range(pages)
    ]
    while (missing := pages * units - sum(sizes)) != 0:
        step = 1 if missing > 0 else -1
        able = [index for index, size in enumerate(sizes) if size + step >= LEAST_UNITS]
        for index in able[: abs(missing)]:
            sizes[index] += step
    return sizes


def _page(rng: Random, subject: _Subject, size: int, names: list[str]) -> Page:
    theme = prose.Theme(subject.service, subject.place, _links(rng, subject.name, names))
    description = prose.fill(rng, rng.choice(vocabulary.SENTENCES), theme)
    return Page(
        subject.name,
        subject.title,
        description,
        tuple(_blocks(rng, theme, size - FIXED_UNITS)),
        theme,
        rng.randrange(contact_count(len(names))),
    )


def contact_count(pages: int) -> int:
    """Return how many people answer for a site of so many pages."""
    return max(1, pages // 25)


def document_count(pages: int) -> int:
    """Return how many PDF documents a site of so many pages has."""
    return max(2, pages // 20)


def _links(rng: Random, name: str, names: list[str]) -> tuple[str, ...]:
    """Return addresses for a page's links, relative to it: pages, places in pages, documents, other sites."""
    root = "../" * name.count("/")
    others = [root + other + ".html" for other in rng.choices(names, k=6)]
    others[0] += "#kontakt"
    document = f"{root}../documents/riktlinje-{rng.randrange(document_count(len(names))) + 1}.pdf"
    return (*others, document, rng.choice(vocabulary.EXTERNAL_LINKS), "mailto:kontakt@bjorkstad.example")


def _blocks(rng: Random, theme: prose.Theme, budget: int) -> Iterator[Block]:
    """Yield a lead, then sections of a heading and some blocks, ``budget`` units in all."""
    yield Block(Shape.PARAGRAPHS, (prose.paragraph(rng, theme, least=2),))
    budget -= 1
    until_heading = 1
    while budget:
        if until_heading == 0 and budget > 1:
            shape = rng.choices((Shape.HEADING, Shape.SUBHEADING), (3, 1))[0]
            block, until_heading = (
                Block(shape, (prose.phrase(rng, vocabulary.HEADINGS, theme),)),
                rng.randint(1, 3),
            )
        else:
            block, until_heading = _body(rng, theme, budget), max(0, until_heading - 1)
        budget -= len(block.units)
        yield block


def _body(rng: Random, theme: prose.Theme, budget: int) -> Block:
    """Return one block that is not a heading, of at most ``budget`` units."""
    shape = rng.choices(
        (Shape.PARAGRAPHS, Shape.LIST, Shape.STEPS, Shape.TABLE, Shape.IMAGE), (76, 13, 4, 3, 5)
    )[0]
    size = {
        Shape.LIST: rng.randint(3, 7),
        Shape.STEPS: rng.randint(3, 5),
        Shape.TABLE: 2 * rng.randint(3, 6) + 1,
    }
    count = size.get(shape, 1)
    if count > budget:
        shape, count = Shape.PARAGRAPHS, 1
    return Block(shape, tuple(new_unit(rng, shape, index, theme) for index in range(count)))


def new_unit(rng: Random, shape: Shape, index: int, theme: prose.Theme) -> str:
    """Return a new text for the unit at ``index`` of a block of ``shape``."""
    if shape is Shape.PARAGRAPHS:
        return prose.paragraph(rng, theme)
    if shape in {Shape.LIST, Shape.STEPS}:
        return prose.item(rng, theme)
    if shape is Shape.TABLE:
        cells = vocabulary.CELLS if index % 2 == 0 else vocabulary.ROW_HEADS
        return prose.phrase(rng, cells if index else vocabulary.CAPTIONS, theme)
    return prose.phrase(rng, vocabulary.IMAGE_TEXTS if shape is Shape.IMAGE else vocabulary.HEADINGS, theme)
