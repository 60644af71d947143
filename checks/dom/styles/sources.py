"""Which sheets a tree has: linked, imported, embedded; each parsed once for all pages of a site.

HTML 4.2.4 and 4.2.6 (``link``, ``style``), CSS Cascade 5, 2 (``@import``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote_to_bytes, urlsplit

from checks.dom.shelf import Shelf, shelf
from checks.dom.styles.sheets import Import, Layer, Sheet, read_sheet
from pipeline.page import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Dom, Node, Scope, Surroundings

SHEETS: Final = 200  # of one page
SELECTORS: Final = 100_000  # of one page
ADDRESS: Final = 100  # characters of an address that say which it was
CHAIN: Final = 10  # imports of imports
SHARED: Final = 3_000_000  # characters of sheets and style attributes that are kept from page to page
FONTS: Final = frozenset({"fonts.googleapis.com", "fonts.bunny.net", "use.typekit.net", "fast.fonts.net"})
_CHARSET: Final = re.compile(rb'@charset "([\x21-\x7e]{1,40})";')
_DATA: Final = re.compile(r"data:text/css[^,]*?(;base64)?,(.*)", re.DOTALL | re.IGNORECASE)
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"))
_UNREADABLE: Final = Sheet(is_complete=False)
_EMPTY: Final = Sheet()


class Source(NamedTuple):
    """One sheet of a page: under which conditions, and in which layer its unlayered rules are."""

    sheet: Sheet
    media: tuple[str, ...] = ()
    layer: Layer | None = None


def sources(dom: Dom, scope: Scope) -> list[Source]:
    """Return the sheets of one tree of nodes in the order of the cascade."""
    known: dict[Scope, list[Source]] = dom.memory.setdefault(sources, {})
    if scope not in known:
        nodes = (node for node in dom.all("link", "style") if node.scope is scope and not _is_out(node))
        every = (source for node in nodes for source in _of(node, dom.surroundings))
        known[scope] = list(_affordable(every))
    return known[scope]


def _affordable(every: Iterator[Source]) -> Iterator[Source]:
    """Yield no more sheets, nor many more selectors, than are read of one page."""
    size = 0
    for number, source in enumerate(every):
        if number == SHEETS or size > SELECTORS:
            yield Source(_UNREADABLE)
            return
        yield source
        size += source.sheet.size


def _is_out(node: Node) -> bool:
    """Return whether browsers leave the sheet of ``node`` alone."""
    if node.has("disabled") or any(above.tag in {"noscript", "template"} for above in node.ancestors):
        return True
    kind = node.get("type").partition(";")[0].strip().lower()
    return bool(kind) and kind != "text/css"


@dataclass(frozen=True, slots=True)
class _Way:
    """How a sheet is reached: conditions and layer, the file that names it, and the files before that."""

    media: tuple[str, ...] = ()
    layer: Layer | None = None
    origin: str | None = None
    chain: tuple[str, ...] = ()

    def by(self, one: Import) -> _Way:
        """Return the way that goes on with an import."""
        media = (*self.media, one.media) if one.media else self.media
        layer = self.layer if one.layer is None else (*(self.layer or ()), *one.layer)
        return replace(self, media=media, layer=layer)

    def to(self, path: str) -> _Way:
        """Return the way that goes on from the file ``path``."""
        return replace(self, origin=path, chain=(*self.chain, path))


def _of(node: Node, surroundings: Surroundings) -> Iterator[Source]:
    way = _Way((node.get("media"),) if node.get("media").strip() else ())
    if node.tag == "style":
        yield from _with_imports(_embedded(node.text, surroundings), way, surroundings)
        return
    words = node.tokens("rel")
    if "stylesheet" in words and "alternate" not in words and node.get("href").strip():
        yield from _linked(node.get("href").strip(), way, surroundings)


def _linked(address: str, way: _Way, surroundings: Surroundings) -> Iterator[Source]:
    """Yield the sheet at ``address``, behind those that it imports."""
    data = _DATA.fullmatch(address)
    if data:
        yield from _with_imports(_of_data(data, surroundings), way.to(address[:ADDRESS]), surroundings)
        return
    path = surroundings.follow(address, way.origin)
    if path is None:
        yield Source(_EMPTY if _host(address) in FONTS else _UNREADABLE, way.media, way.layer)
    elif path not in way.chain:  # what imports itself has been read
        yield from _with_imports(_file(path, surroundings), way.to(path), surroundings)


def _with_imports(sheet: Sheet, way: _Way, surroundings: Surroundings) -> Iterator[Source]:
    if len(way.chain) > CHAIN:
        sheet = _UNREADABLE
    for one in sheet.imports:
        yield from _linked(one.address, way.by(one), surroundings)
    yield Source(sheet, way.media, way.layer)


def _embedded(text: str, surroundings: Surroundings) -> Sheet:
    return _shared(text, surroundings)


def _of_data(match: re.Match[str], surroundings: Surroundings) -> Sheet:
    if match[1]:
        return _UNREADABLE
    text = unquote_to_bytes(match[2]).decode("utf-8", "replace")
    return _shared(text, surroundings)


def _shared(text: str, surroundings: Surroundings) -> Sheet:
    sheet: Sheet = kept(surroundings).take(("style", text), lambda: (read_sheet(text), len(text)))
    return sheet


def _file(path: str, surroundings: Surroundings) -> Sheet:
    def read() -> tuple[Sheet, int]:
        content = surroundings.read(path)
        return (_UNREADABLE, 1) if content is None else (read_sheet(decode(content)), len(content))

    sheet: Sheet = kept(surroundings).take(("sheet", path), read)
    return sheet


def kept(surroundings: Surroundings) -> Shelf:
    """Return the sheets and style attributes that the pages of a site have in common."""
    return shelf(surroundings, kept, SHARED)


def decode(content: bytes) -> str:
    """Return the text of a sheet (CSS Syntax 3, 3.2; a server's word is not known here)."""
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    match = _CHARSET.match(content)
    return decoded(content, match[1].decode("ascii") if match else "utf-8")


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""
