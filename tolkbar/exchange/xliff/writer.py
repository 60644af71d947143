"""Bundle → XLIFF 2.1."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from lxml import etree

from tolkbar.exchange.bundle import Fields, shown
from tolkbar.exchange.xliff import names
from tolkbar.exchange.xliff.inline import OriginalData, fill
from tolkbar.exchange.xliff.names import core, metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.po import Entry
    from tolkbar.exchange.bundle import Bundle, Text

_SPACES: Final = {None: names.CORE, "mda": names.METADATA}


def write(bundle: Bundle) -> bytes:
    """Return ``bundle``, which has texts, as an XLIFF document."""
    root = etree.Element(
        core("xliff"),
        {"version": names.VERSION, "srcLang": bundle.source, "trgLang": bundle.language},
        nsmap=_SPACES,
    )
    for number, (page, texts) in enumerate(groupby(bundle.texts, attrgetter("page")), 1):
        file = etree.SubElement(
            root,
            core("file"),
            {"id": f"f{number}", "original": page, "canResegment": "no", names.SPACE: "preserve"},
        )
        if bundle.site:
            _meta(file, names.SITE, bundle.site)
        for text in texts:
            _text(file, text)
    _lay_out(root)
    document: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return document + b"\n"


def _text(file: etree._Element, text: Text) -> None:
    """Write one message: a unit, or for a plural a group of one unit for each form."""
    entry, fields = text.entry, Fields.of(text)
    if entry.plural is None:
        _unit(file, f"u{fields.name}", text, fields, (entry.msgid, entry.msgstr))
        return
    group = etree.SubElement(
        file, core("group"), {"id": f"g{fields.name}", "type": names.PLURAL, **_named(entry)}
    )
    _about(group, entry, fields)
    for form, string in enumerate(entry.plural_strings):
        source = entry.plural if form else entry.msgid
        _unit(group, f"u{fields.name}.{form}", text, None, (source, string))


def _unit(
    parent: etree._Element, identity: str, text: Text, fields: Fields | None, pair: tuple[str, str]
) -> None:
    """Write a unit; with ``fields`` what is said about it, too."""
    entry, (source, target) = text.entry, pair
    locked = {"translate": "no"} if entry.obsolete else {}
    unit = etree.SubElement(
        parent, core("unit"), {"id": identity, **(_named(entry) if fields else {}), **locked}
    )
    if fields:
        _about(unit, entry, fields)
    data = OriginalData()
    segment = etree.Element(core("segment"), _state(entry, target))
    fill(etree.SubElement(segment, core("source")), source, data)
    if target:
        fill(etree.SubElement(segment, core("target")), target, data)
    if data.ids:
        kept = etree.SubElement(unit, core("originalData"))
        for said, number in data.ids.items():
            etree.SubElement(kept, core("data"), id=number).text = said
    unit.append(segment)


def _named(entry: Entry) -> dict[str, str]:
    """Return the message's context as people's name for the unit."""
    return {"name": shown((entry.msgctxt,))} if entry.msgctxt else {}


def _state(entry: Entry, target: str) -> dict[str, str]:
    if entry.fuzzy:
        return {"state": names.INITIAL, "subState": names.FUZZY}
    return {"state": names.FINAL if target else names.INITIAL}


def _about(element: etree._Element, entry: Entry, fields: Fields) -> None:
    """Write what is said about a message: for us as metadata, for people as notes."""
    _meta(element, names.ENTRY, fields.dump())
    found = list(_notes(entry))
    if found:
        notes = etree.SubElement(element, core("notes"))
        for category, text in found:
            etree.SubElement(notes, core("note"), category=category).text = text


def _notes(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.extracted:
        yield names.NOTE, shown(entry.extracted)
    if entry.previous_msgid is not None:
        yield names.PREVIOUS, shown((entry.previous_msgid,))
    if entry.comments:
        yield names.COMMENT, shown(entry.comments)


def _meta(element: etree._Element, kind: str, value: str) -> None:
    group = etree.SubElement(
        etree.SubElement(element, metadata("metadata")), metadata("metaGroup"), category=names.OWN
    )
    etree.SubElement(group, metadata("meta"), type=kind).text = value


_WHOLE: Final = frozenset(
    {core("source"), core("target"), core("note"), core("data"), metadata("meta")}
)  # whose white space is content


def _lay_out(element: etree._Element, depth: int = 0) -> None:
    """Put each element on a line of its own, but for what stands inside a text."""
    if element.tag in _WHOLE or not len(element):
        return
    inner = "\n" + "  " * (depth + 1)
    element.text = inner
    for child in element:
        child.tail = inner
        _lay_out(child, depth + 1)
    element[-1].tail = inner[:-2]
