"""XLIFF 2, as whatever tool returns it → bundle.  The document is untrusted."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree
from msgspec.structs import replace

from pipeline.errors import CatalogError
from pipeline.model import Location, msg
from tolkbar.exchange.bundle import Bundle, Fields, Text
from tolkbar.exchange.xliff import names
from tolkbar.exchange.xliff.inline import text_of
from tolkbar.exchange.xliff.names import core, metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pipeline.model import Message

_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OURS: Final = frozenset({names.NOTE, names.PREVIOUS, names.COMMENT})
_ITEM: Final = f"{metadata('metadata')}/{metadata('metaGroup')}[@category='{names.OWN}']/{metadata('meta')}"
_UNIT, _GROUP, _SEGMENT, _IGNORABLE = map(core, ("unit", "group", "segment", "ignorable"))


def read(content: bytes, path: str) -> Bundle:
    """Return the bundle that an XLIFF document is.

    Units may be in any order, cut into segments, annotated.  Raises CatalogError, which names the line,
    for what is no XLIFF 2 and for a document type declaration: no XLIFF has one, only attacks do.
    """
    root = _root(content, path)
    reader = _Reader(path)
    return Bundle(
        root.get("srcLang", ""),
        root.get("trgLang", ""),
        reader.meta(root, names.SITE, f".//{core('file')}/") or None,
        {},
        tuple(text for file in root.iterchildren(core("file")) for text in reader.file(file)),
    )


def _root(content: bytes, path: str) -> etree._Element:
    text = _decoded(content, path)
    if "<!DOCTYPE" in text:
        line = text.count("\n", 0, text.index("<!DOCTYPE")) + 1
        raise CatalogError(
            msg("A document type declaration stands here. Remove it: no XLIFF document has one."),
            Location(path, line),
        )
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        reason = str(error).partition(", line ")[0]
        message = msg(
            "This is no well-formed XML: {reason}. Export it anew where it comes from.", reason=reason
        )
        raise CatalogError(message, Location(path, line)) from None
    if root.tag != core("xliff") or not root.get("version", "").startswith("2."):
        raise CatalogError(
            msg("This is no XLIFF 2. Export it as XLIFF 2.0 or 2.1 where it comes from."),
            Location(path, root.sourceline or 1),
        )
    return root


def _decoded(content: bytes, path: str) -> str:
    """Return the document as text: UTF-8, or UTF-16 that says so by its mark."""
    encoding = "utf-16" if content.startswith(_UTF16) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CatalogError(msg("This is not UTF-8. Save the file as UTF-8."), Location(path, line)) from None


class _Unit(NamedTuple):
    """One unit: its source and target, whether that needs work, and its line."""

    source: str
    target: str
    fuzzy: bool
    line: int


class _Reader:
    """Reads the messages of one document."""

    def __init__(self, path: str) -> None:
        self._path = path

    def file(self, file: etree._Element) -> Iterator[Text]:
        """Yield the messages of one page."""
        page = file.get("original", "")
        for element in self._messages(file):
            fields = self._fields(element)
            if fields.plural is not None or element.tag == _GROUP:
                units = sorted(element.iterdescendants(_UNIT), key=_form)
            else:
                units = [element]
            yield self._text(page, element, fields, [self._unit(unit) for unit in units])

    def _messages(self, element: etree._Element) -> Iterator[etree._Element]:
        """Yield the elements that are messages, also in groups that a tool has made."""
        for child in element.iterchildren(_UNIT, _GROUP):
            if child.tag == _UNIT or child.get("type") == names.PLURAL:
                yield child
            else:
                yield from self._messages(child)

    def _text(self, page: str, element: etree._Element, fields: Fields, units: list[_Unit]) -> Text:
        own, foreign = _comments(element)
        entry = fields.entry(
            units[0].source if units else "",
            tuple(unit.target for unit in units),
            fuzzy=any(unit.fuzzy for unit in units),
            comments=own,
            extracted="\n".join(_notes(element, names.NOTE)),
            line=element.sourceline or 0,
        )
        entry = replace(entry, comments=(*entry.comments, *foreign))
        return Text(page, entry, fields.stamp, fields.name or None)

    def _fields(self, element: etree._Element) -> Fields:
        """Return what the metadata says; what is left of it where a tool has dropped that."""
        said = self.meta(element, names.ENTRY)
        fields = Fields.load(said) if said else None
        return fields or Fields(msgctxt=element.get("name"), plural=self._plural(element))

    def _plural(self, element: etree._Element) -> str | None:
        """Return the plural text of a group without metadata: the source of its second form."""
        sources = list(element.iterdescendants(core("source")))
        return self._said(sources[1], {}) if element.tag == _GROUP and len(sources) > 1 else None

    def meta(self, element: etree._Element, kind: str, below: str = "") -> str:
        """Return the value of our item of metadata, empty where there is none."""
        found = (item for item in element.iterfind(f"{below}{_ITEM}") if item.get("type") == kind)
        return next((item.text or "" for item in found), "")

    def _unit(self, unit: etree._Element) -> _Unit:
        data = {
            each.get("id", ""): self._said(each, {})
            for each in unit.iterfind(f"{core('originalData')}/{core('data')}")
        }
        parts = list(unit.iterchildren(_SEGMENT, _IGNORABLE))
        source = "".join(self._child(part, "source", data) or "" for part in parts)
        targets = [self._target(part, data) for part in parts]
        whole = "" if None in targets else "".join(each for each in targets if each is not None)
        target = whole if any(part.find(core("target")) is not None for part in parts) else ""
        segments = [part for part in parts if part.tag == _SEGMENT]
        return _Unit(
            source, target, any(_needs_work(each, target) for each in segments), unit.sourceline or 0
        )

    def _target(self, part: etree._Element, data: Mapping[str, str]) -> str | None:
        """Return what stands for a part in the translation; what is no sentence may be as in the source."""
        target = self._child(part, "target", data)
        return self._child(part, "source", data) if target is None and part.tag == _IGNORABLE else target

    def _child(self, part: etree._Element, name: str, data: Mapping[str, str]) -> str | None:
        child = part.find(core(name))
        return None if child is None else self._said(child, data)

    def _said(self, element: etree._Element, data: Mapping[str, str]) -> str:
        try:
            return text_of(element, data)
        except ValueError as error:
            raise self._fault(
                msg("XLIFF has no such content here: {what}. Export it anew.", what=str(error)), element
            ) from None

    def _fault(self, message: Message, element: etree._Element) -> CatalogError:
        return CatalogError(message, Location(self._path, element.sourceline or 1))


def _needs_work(segment: etree._Element, target: str) -> bool:
    """Tell whether the translation is fuzzy: not yet translated, as far as its state tells."""
    is_ours = segment.get("subState") == names.FUZZY
    return segment.get("state", names.INITIAL) not in names.USED and (bool(target) or is_ours)


def _form(unit: etree._Element) -> tuple[int, str]:
    """Return the place of a unit among the forms of its plural, which is the end of its id."""
    number = unit.get("id", "").rpartition(".")[2]
    return (
        (int(number), "")
        if number.isdecimal() and number.isascii() and len(number) < len("1000")
        else (0, number)
    )


def _comments(element: etree._Element) -> tuple[str, list[str]]:
    """Return the translator's comment as we wrote it, and the lines of notes that others have added."""
    own = "\n".join(_notes(element, names.COMMENT))
    notes = element.iterdescendants(core("note"))
    foreign = ((note.text or "").strip() for note in notes if note.get("category") not in _OURS)
    return own, [line for text in foreign for line in text.splitlines() if line.strip()]


def _notes(element: etree._Element, category: str) -> Iterator[str]:
    path = f"{core('notes')}/{core('note')}"
    return (note.text or "" for note in element.iterfind(path) if note.get("category") == category)
