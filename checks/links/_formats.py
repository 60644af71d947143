"""The formats of files to download: their endings, their names in labels and types, and how they begin."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the older formats of Microsoft Office
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_OPEN: Final = "application/vnd.oasis.opendocument."
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")  # the marks of texts that do have NULs
_WITHIN: Final = 1024  # readers of PDF look for its signature this far into the file (ISO 32000-1, annex H)
_BRACKETS: Final = re.compile(r"\(([^()]{1,120})\)")
_WORD: Final = re.compile(r"[A-Za-z]+")


class Format(NamedTuple):
    """One format: what a label may call it, its media type, the bytes that it begins with (none for text)."""

    names: frozenset[str]
    type: str
    signature: bytes = b""
    within: int = 0

    def begins(self, head: bytes) -> bool:
        """Return whether a file that begins with ``head`` may be of this format; texts begin with no NUL."""
        if not self.signature:
            return b"\0" not in head or head.startswith(_UTF16)
        return self.signature in head[: self.within + len(self.signature)]


def _format(names: str, kind: str, signature: bytes = b"", within: int = 0) -> Format:
    return Format(frozenset(names.split()), kind, signature, within)


FORMATS: Final = {
    "pdf": _format("pdf", "application/pdf", b"%PDF-", _WITHIN),
    "doc": _format("doc word", "application/msword", _OLE),
    "docx": _format("docx word", f"{_OFFICE}wordprocessingml.document", _ZIP),
    "xls": _format("xls excel", "application/vnd.ms-excel", _OLE),
    "xlsx": _format("xlsx excel", f"{_OFFICE}spreadsheetml.sheet", _ZIP),
    "ppt": _format("ppt powerpoint", "application/vnd.ms-powerpoint", _OLE),
    "pptx": _format("pptx powerpoint", f"{_OFFICE}presentationml.presentation", _ZIP),
    "odt": _format("odt opendocument writer", f"{_OPEN}text", _ZIP),
    "ods": _format("ods opendocument calc", f"{_OPEN}spreadsheet", _ZIP),
    "odp": _format("odp opendocument impress", f"{_OPEN}presentation", _ZIP),
    "epub": _format("epub", "application/epub+zip", _ZIP),
    "zip": _format("zip", "application/zip", b"PK"),
    "rtf": _format("rtf", "application/rtf", b"{\\rtf"),
    "csv": _format("csv", "text/csv"),
    "ics": _format("ics ical icalendar", "text/calendar"),
}
HEAD: Final = _WITHIN + 8
_NAMES: Final = frozenset(name for one in FORMATS.values() for name in one.names)


def format_of(path: str) -> Format | None:
    """Return the format of a file, going by its name."""
    return FORMATS.get(path.rpartition(".")[2].lower())


def named_format(label: str) -> str | None:
    """Return the format that ``label`` states in brackets, as it stands there: Word of "(Word, 20 kB)"."""
    words = (word for brackets in _BRACKETS.findall(label) for word in _WORD.findall(brackets))
    return next((word for word in words if word.lower() in _NAMES), None)
