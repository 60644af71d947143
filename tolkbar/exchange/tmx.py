"""Translation memories: what a site has translated, for others; what others have, for the site.

A memory that comes in changes no catalog.  What no catalog has is kept, as it stands, in the site's own
memory of the language, ``locales/memory/<language>.tmx``; ``tolkbar extract`` offers it from there to
messages that wait, for a person to look at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline import tmx
from pipeline.files import read_bytes
from pipeline.locales import memory_name
from pipeline.model import State
from pipeline.saving import write_catalogs
from pipeline.tmx.writer import unit
from tolkbar.exchange.formats import content_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipeline.locales import Locales
    from pipeline.po import Entry
    from pipeline.tmx import Memory, Translation, Unit
    from tolkbar.exchange.bundle import Bundle
    from tolkbar.site import Site


class Kept(NamedTuple):
    """What came of a memory in one language: units that are ``new`` now, units that the site ``had``."""

    new: int = 0
    had: int = 0


def write(bundle: Bundle, kept: bytes | None = None) -> bytes:
    """Return what ``bundle`` has translated as TMX, each once, and after it the site's own memory ``kept``.

    Fuzzy translations are left out, and plurals, for which TMX has no place.  Raises CatalogError for a
    damaged memory.
    """
    said = (unit(one, bundle.source, bundle.language, entry.comments) for one, entry in _held(bundle).items())
    own = tmx.read(kept, memory_name(bundle.language)).units if kept else ()
    return tmx.write(tmx.Memory("", bundle.source, (*said, *own)))


def number(bundle: Bundle) -> int:
    """Return how many translations of ``bundle`` a memory takes."""
    return len(_held(bundle))


def _held(bundle: Bundle) -> dict[Translation, Entry]:
    """Return what of ``bundle`` a memory takes, each with the first entry that has it."""
    held: dict[Translation, Entry] = {}
    for entry in (text.entry for text in bundle.texts):
        if entry.state is State.TRANSLATED and entry.plural is None:
            held.setdefault(tmx.Translation(entry.msgid, entry.msgstr, entry.msgctxt), entry)
    return held


def keep(root: Path, locales: Locales, memory: Memory, source: str, language: str) -> Kept:
    """Keep what ``memory`` has from ``source`` into ``language`` and the site at ``root`` has not.

    A kill leaves the old file or the new one; kept again, the same memory adds nothing.  Raises
    CatalogError for a damaged catalog or memory of the site, and PublishError where the disk is full.
    """
    known = set(_translated(locales, language))
    result = Kept()

    def made(name: str) -> tuple[bytes | None, bytes] | None:
        nonlocal result
        seen = read_bytes(root / name)
        old = tmx.read(seen, name) if seen is not None else tmx.Memory("", source)
        new = list(_new(memory, old, known, (source, language)))
        given = sum(1 for _ in memory.translations(source, language))
        result = Kept(len(new), given - len(new))
        whole = tmx.Memory(old.header, old.language, (*old.units, *new))
        return (seen, tmx.write(whole)) if new else None

    write_catalogs(root, [memory_name(language)], made)
    return result


def is_known(path: Path, site: Site, language: str) -> bool:
    """Tell whether ``site`` has all that the memory in the file ``path`` has; raise as reading it does."""
    memory = tmx.read(content_of(path), path.as_posix())
    name = memory_name(language)
    own = site.locales.read(name)
    old = tmx.read(own, name) if own is not None else tmx.Memory("", "")
    known = set(_translated(site.locales, language))
    return not any(_new(memory, old, known, (site.source.site.language, language)))


def _new(
    memory: Memory, old: Memory, known: set[tuple[str, str]], languages: tuple[str, str]
) -> Iterator[Unit]:
    """Yield the units that neither a catalog nor the old memory has, in their order."""
    had = {_what(one) for one in old.translations(*languages)}
    for each in memory.units:
        alone = tmx.Memory("", "", (each,))
        for one in alone.translations(*languages):
            if (one.source, one.target) not in known and _what(one) not in had:
                had.add(_what(one))
                yield each


def _what(one: Translation) -> tuple[str | None, str, str]:
    return one.context, one.source, one.target


def _translated(locales: Locales, language: str) -> Iterator[tuple[str, str]]:
    for page in locales.pages(language):
        catalog = locales.catalog(language, page)
        for entry in catalog.entries if catalog else ():
            if entry.state is State.TRANSLATED:
                yield entry.msgid, entry.msgstr
