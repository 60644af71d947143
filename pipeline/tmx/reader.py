"""Bytes of a TMX file → memory, or one error that says what is wrong with it."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Final

from lxml import etree

from pipeline.errors import CatalogError, LimitError
from pipeline.model import Location, msg
from pipeline.tmx.inline import Codes
from pipeline.tmx.model import CONTEXT, Memory, Unit, normal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST: Final = 256 << 20  # bytes: ten times the memory of a large town
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
# What no catalog may hold (pipeline.po.encoding).
_FORBIDDEN: Final = re.compile("[\0\ufdd0-\ufdef]")


def read(content: bytes, path: str) -> Memory:
    """Return the memory that ``content`` is, in whatever encoding it declares; ``path`` names it for people.

    Nothing outside the file is read.  Raises ``CatalogError`` for what is no well-formed TMX 1.x and
    for entities that the file declares itself, and ``LimitError`` for a file that is too large.
    """
    if len(content) > _MOST:
        message = msg("The file is larger than {most} MB. Split it.", most=_MOST >> 20)
        raise LimitError(message, Location(path, 1))
    try:
        return _read(content, path)
    except etree.XMLSyntaxError as error:
        reason = (error.msg or "").partition(", line ")[0]
        message = msg("This is no well-formed XML: {reason}. Export it again.", reason=reason)
        raise CatalogError(message, Location(path, max(1, error.lineno or 1))) from None


def _read(content: bytes, path: str) -> Memory:
    header, language = "", ""
    units: list[Unit] = []
    events = etree.iterparse(
        BytesIO(content), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False,
        remove_comments=True, remove_pis=True, huge_tree=False,
    )  # fmt: skip
    root: Element | None = None
    for event, element in events:
        if root is None:
            root = element
            _require_tmx(root, path)
        if event == "start":
            continue
        kind = _kind(element)
        if kind == "header":
            header, language = _raw(element), normal(element.get("srclang", ""))
        elif kind == "tu":
            units.append(_unit(element))
            _forget(element)
    return Memory(header, language, tuple(units))


def _require_tmx(root: Element, path: str) -> None:
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise CatalogError(
            msg("The file declares entities, and they may be anything. Remove its <!ENTITY> lines."),
            Location(path, 1),
        )
    if _kind(root) != "tmx" or not root.get("version", "1.").startswith("1."):
        raise CatalogError(msg("This is no TMX 1.x. Export the memory as TMX 1.4."), Location(path, 1))


def _unit(element: Element) -> Unit:
    codes = Codes()
    texts: dict[str, str] = {}
    context = None
    for child in element:
        kind = _kind(child)
        if kind == "prop" and child.get("type") == CONTEXT:
            context = child.text or ""
        elif kind == "tuv":
            segment = next((one for one in child if _kind(one) == "seg"), None)
            language = normal(child.get(_LANGUAGE) or child.get("lang", ""))
            if segment is not None and language not in texts:
                text = codes.text(segment)
                if not _FORBIDDEN.search(text):
                    texts[language] = text
    return Unit(texts, context, element.sourceline or 0, _raw(element))


def _forget(element: Element) -> None:
    """Let go of what has been read: a large memory is larger still as a tree."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _raw(element: Element) -> str:
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def _kind(element: Element) -> str:
    """Return the name of an element, whatever name space a tool has put it in."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
