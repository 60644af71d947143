"""What the metadata tell of where a document was made: folders, computers, servers (ISO 32000-1, 14.3)."""

from __future__ import annotations

from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from msgspec import Struct

from checks.values import computers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.opened import Opened

_LARGEST: Final = 1_000_000  # bytes of a packet that are looked at
_LONGEST: Final = 300  # characters that are kept of a name
_LISTED: Final = 100
_PACKET: Final = "XMP"


class Origin(Struct, frozen=True):
    """The name of a folder or a computer, and the entry of the metadata that it stands in."""

    entry: str  # "Author", "Title" …, or "XMP"
    text: str


def read_origins(opened: Opened) -> tuple[Origin, ...]:
    """Return each name once, with the first entry that it stands in."""
    found = ((text[:_LONGEST], entry) for entry, value in _texts(opened) for text in computers.find(value))
    first: dict[str, str] = {}
    for text, entry in islice(found, _LISTED):
        first.setdefault(unquote(text), entry)
    return tuple(Origin(entry, text) for text, entry in first.items())


def _texts(opened: Opened) -> Iterator[tuple[str, str]]:
    information = opened.trailer.dictionary("/Info")
    for key in information.keys if information is not None else ():
        text = information.text(key) if information is not None else None
        if text:
            yield key.removeprefix("/"), text
    packet = opened.catalog.dictionary("/Metadata")
    data = (packet.data if packet is not None else None) or b""
    encoding = "utf-16" if data.startswith((b"\xfe\xff", b"\xff\xfe")) else "utf-8"
    yield _PACKET, unescape(data[:_LARGEST].decode(encoding, "replace"))
