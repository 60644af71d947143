"""What is known of one page in one language: its units, how far each has come, and the lines to edit."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.build import TRACES
from pipeline.errors import TolkbarError
from pipeline.files import CANDIDATE, read_bytes
from pipeline.formats import direction
from pipeline.locales import Locales, catalog_name
from pipeline.model import Location
from pipeline.shell import NAME as SHELL
from pipeline.trace import PageTrace
from pipeline.translate import Translator
from tolkbar.preview.marking import marked
from tolkbar.preview.store import ReadOnly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pipeline.model import State as Progress
    from pipeline.po import Entry
    from pipeline.segment.model import Unit
    from tolkbar.preview.making import Made


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of a page as a translator meets it.

    ``name`` is the unit's, as "kontakt.3"; ``state`` is None in the source language.  ``entry`` is what the
    catalog says of it, None where it has nothing; ``catalog`` and ``source`` are the lines to edit.
    """

    name: str
    unit: Unit
    state: Progress | None
    entry: Entry | None
    catalog: Location | None
    source: Location

    @property
    def translation(self) -> str:
        """What stands in the catalog, also where it may not be used."""
        return self.entry.msgstr if self.entry else ""

    @property
    def shown(self) -> str:
        """What a visitor reads."""
        is_translated = self.entry is not None and self.state is not None and self.state.is_usable
        return self.translation if is_translated else self.unit.msgid

    @property
    def is_done(self) -> bool:
        """Whether there is nothing to translate."""
        return self.state is None or self.state.is_usable


@dataclass(frozen=True, slots=True)
class View:
    """A page in a language: ``own`` are its units, ``around`` those of the shell that it shows.

    ``path`` is where it stands in the candidate, None where that edition has no such page yet; ``shown``
    then leads to the source edition's, else to the same place.
    """

    language: str
    page: str
    title: str
    title_language: str
    path: str | None
    shown: str
    own: tuple[Block, ...]
    around: tuple[Block, ...]

    @property
    def key(self) -> str:
        """What tells the view from others."""
        return f"{self.language}/{self.page}"

    @property
    def files(self) -> frozenset[str]:
        """The files that findings on the page are about: its own, and its catalog."""
        return frozenset({self.path or self.shown, catalog_name(self.language, self.page)})

    @property
    def direction(self) -> str:
        """The direction that the language is written in."""
        return direction(self.language)

    @property
    def left(self) -> int:
        """How many of the page's own units are to be translated."""
        return sum(not block.is_done for block in self.own)


def view(made: Made, language: str, page: str) -> View | None:
    """Return what is known of a page in a language of the site; None where there is no such page.

    The first answer stands as long as what was made does: what is damaged later hides nothing.
    """
    if page not in made.source.files or language not in made.editions:
        return None
    known = made.views.get((language, page))
    if known is None:
        known = made.views[language, page] = _view(made, language, page)
    return known


def _view(made: Made, language: str, page: str) -> View:
    source_path = made.path_of(made.language, page)
    path = made.path_of(language, page)
    head = made.editions[language].heads.get(page) or made.editions[language].elsewhere[page]
    foreign = path is None or head.title_language
    return View(
        language,
        page,
        head.title,
        made.language if foreign else language,
        path,
        path or source_path or "",
        _blocks(made, language, page, lambda: [unit for unit in made.units(page) if unit.is_for(language)]),
        _blocks(made, language, SHELL, lambda: _shell_units(made, path or source_path or "")),
    )


def served(made: Made, path: str) -> bytes | None:
    """Return a page of the candidate with its units named; as it is where nothing is known of it."""
    content = read_bytes(made.root / CANDIDATE / path)
    trace = _trace(made, path)
    return marked(content.decode(), trace).encode() if content and trace else content


def _trace(made: Made, path: str) -> PageTrace | None:
    with closing(ReadOnly(made.root)) as state:
        known = state.read(TRACES, path)
    return PageTrace(known) if known else None


def _shell_units(made: Made, path: str) -> list[Unit]:
    """Return the units of the shell whose words stand in a page, each once."""
    trace = _trace(made, path)
    if trace is None:
        return []
    numbers = {f"{SHELL}.{unit.number}": unit for unit in made.source.shell}
    names = dict.fromkeys(name for _, name in trace.units())
    return [numbers[name] for name in names if name in numbers]


def _blocks(made: Made, language: str, page: str, units: Callable[[], list[Unit]]) -> tuple[Block, ...]:
    """Return the blocks of ``units``; none of a page or catalog that has been damaged meanwhile."""
    try:
        return tuple(_located(made, language, page, units()))
    except (TolkbarError, OSError):
        return ()


def _located(made: Made, language: str, page: str, units: Iterable[Unit]) -> Iterator[Block]:
    catalog = Locales(made.root, made.language).catalog(language, page)
    translator = Translator(catalog)
    entries = {entry.key: entry for entry in catalog.active} if catalog else {}
    path = catalog_name(language, page)
    for unit in units:
        entry = entries.get(unit.key)
        yield Block(
            f"{page}.{unit.number}",
            unit,
            translator(unit).state if catalog else None,
            entry,
            Location(path, entry.line) if entry else None,
            Location(unit.source, unit.line),
        )
