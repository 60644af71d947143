"""What the header and the catalog of a document say (ISO 32000-1, 7.5.2, 7.7.2, 8.11, 14.7)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.objects import Dictionary
    from checks.documents.opened import Opened

_HEADER: Final = re.compile(rb"%PDF-[^\r\n]{0,100}")
_END: Final = b"%%EOF"
_SEARCHED: Final = 1024  # bytes in which readers look for the header, and for the end
_PADDED: Final = 65_536  # bytes that a scanner may fill a file up to
_PADDING: Final = b"\0\t\n\f\r "
_VERSION: Final = re.compile(r"\d\.\d")
_DYNAMIC: Final = re.compile(r"<(?:\w+:)?dynamicRender\s*>\s*required\s*<")
_LONGEST: Final = 500  # characters that are kept of a text
_LISTED: Final = 1_000  # configurations of layers
_FORM: Final = 8_000_000  # bytes of a form in XML


class Layers(Struct, frozen=True):
    """A configuration of layers, which are shown or hidden (8.11.4.3)."""

    name: str | None
    changes_by_itself: bool = False  # with what readers do: it has /AS


class Catalog(Struct, frozen=True):
    """The document catalog, and the header before it.  What is not said is None.

    ``header`` is the first line, ``offset`` how many bytes stand before it; ``version`` is that of the
    header, or the later one that the catalog names.  ``has_end``: the file is not broken off.
    """

    header: str
    offset: int
    has_end: bool = True
    version: str | None = None
    language: str | None = None
    is_marked: bool | None = None
    is_suspect: bool | None = None
    shows_title: bool | None = None
    has_tags: bool = False
    has_metadata: bool = False  # a stream, which says what it is
    has_bookmarks: bool = False
    has_xml_form: bool = False
    has_dynamic_form: bool = False
    layers: tuple[Layers, ...] = ()


def read_catalog(opened: Opened) -> Catalog:
    """Return what the catalog of ``opened`` says."""
    catalog = opened.catalog
    header = _HEADER.search(opened.content, 0, _SEARCHED)
    line = "" if header is None else header[0].decode("latin-1")
    marks, view = catalog.dictionary("/MarkInfo"), catalog.dictionary("/ViewerPreferences")
    bookmarks = catalog.dictionary("/Outlines")
    form, metadata = catalog.dictionary("/AcroForm"), catalog.dictionary("/Metadata")
    language = catalog.text("/Lang")
    return Catalog(
        header=line,
        offset=0 if header is None else header.start(),
        has_end=_END in opened.content[-_PADDED:].rstrip(_PADDING)[-_SEARCHED:],
        version=max(_versions(line, catalog.name("/Version")), default=None),
        language=None if language is None else language[:_LONGEST],
        is_marked=None if marks is None else marks.flag("/Marked"),
        is_suspect=None if marks is None else marks.flag("/Suspects"),
        shows_title=None if view is None else view.flag("/DisplayDocTitle"),
        has_tags=catalog.dictionary("/StructTreeRoot") is not None,
        has_metadata=metadata is not None and _is_metadata(metadata),
        has_bookmarks=bookmarks is not None and bookmarks.dictionary("/First") is not None,
        has_xml_form=form is not None and "/XFA" in form,
        has_dynamic_form=form is not None and _is_dynamic(form),
        layers=tuple(_layers(catalog)),
    )


def _versions(header: str, stated: str | None) -> Iterator[str]:
    for text in (header.removeprefix("%PDF-"), stated or ""):
        if found := _VERSION.match(text):
            yield found[0]


def _layers(catalog: Dictionary) -> Iterator[Layers]:
    properties = catalog.dictionary("/OCProperties")
    if properties is None:
        return
    configurations = (*properties.dictionaries("/D"), *properties.dictionaries("/Configs"))
    for one in {one.id: one for one in configurations[:_LISTED]}.values():
        name = one.text("/Name")
        yield Layers(None if name is None else name[:_LONGEST], "/AS" in one)


def _is_metadata(stream: Dictionary) -> bool:
    """Return whether it is a metadata stream (14.3.2, table 315)."""
    return stream.is_stream and stream.name("/Type") == "Metadata" and stream.name("/Subtype") == "XML"


def _is_dynamic(form: Dictionary) -> bool:
    """Return whether a form is drawn anew while it is filled in (XFA 3.3, dynamicRender)."""
    left = _FORM
    packets = []
    for stream in form.dictionaries("/XFA"):
        packets.append((stream.data or b"")[:left])
        left -= len(packets[-1])
    return _DYNAMIC.search(b"".join(packets).decode("utf-8", "replace")) is not None
