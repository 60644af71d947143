"""Files as a document names them (ISO 32000-1, 7.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from checks.documents.objects import as_dictionary, as_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.objects import Dictionary

_LONGEST: Final = 1_000  # characters that are kept of a name
_NAMES: Final = ("/UF", "/F", "/Unix", "/Mac", "/DOS")


class File(Struct, frozen=True):
    """A file specification (7.11.3): the name of a file, and perhaps the file itself.

    ``relationship`` is what the author says that the file is to the document: "Source", "Data" …;
    ``media_type`` is as it is written, "application/xml".
    """

    name: str = ""
    is_address: bool = False  # the name is an address on the web
    is_embedded: bool = False
    has_both_names: bool = False  # /F and /UF, as PDF/UA-1 asks of embedded files
    relationship: str = ""
    media_type: str = ""


def file_of(value: object) -> File:
    """Read a file specification: a string, or a dictionary; a ``value`` of any other kind names no file."""
    text = as_text(value)
    if text is not None:
        return File(name=text[:_LONGEST])
    raw = as_dictionary(value)
    if raw is None:
        return File()
    stream = next(streams_of(raw), None)
    found = [name for key in _NAMES if (name := raw.text(key))]
    return File(
        name=found[0][:_LONGEST] if found else "",
        is_address=raw.name("/FS") == "URL",
        is_embedded=stream is not None,
        has_both_names=bool(raw.text("/F")) and bool(raw.text("/UF")),
        relationship=raw.name("/AFRelationship") or "",
        media_type=(stream.name("/Subtype") or "") if stream is not None else "",
    )


def streams_of(specification: Dictionary) -> Iterator[Dictionary]:
    """Yield the streams with the embedded file: one for each name that systems know it by."""
    embedded = specification.dictionary("/EF")
    for key in embedded.keys if embedded is not None else ():
        stream = embedded.dictionary(key) if embedded is not None else None
        if stream is not None:
            yield stream
