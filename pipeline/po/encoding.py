"""Bytes of a PO file → text: UTF-8 and nothing else, without what a translation may not hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.errors import CatalogError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.po.entry import Entry

_BYTE_ORDER_MARK: Final = "\ufeff"
# NUL ends a string in compiled catalogs; the renderer uses the noncharacters for itself.
FORBIDDEN: Final = re.compile("[\0\ufdd0-\ufdef]")
_FORBIDDEN_START: Final = b"\xef\xb7"  # the first two bytes of U+FDC0 to U+FDFF
_CHARSET: Final = re.compile(rb"charset=([^\s\\\"]+)", re.IGNORECASE)
_LONE_RETURN: Final = re.compile(r"\r(?!\n)")


def decoded(content: str | bytes, path: str) -> str:
    """Return ``content`` as text, or raise ``CatalogError`` for what is no clean UTF-8."""
    data = content if isinstance(content, bytes) else _encoded(content, path)
    text = _decoded(data, path) if isinstance(content, bytes) else content
    if text.startswith(_BYTE_ORDER_MARK):
        raise CatalogError(
            msg("The file begins with a byte order mark; save it as UTF-8 without one."),
            Location(path, 1),
        )
    if b"\0" in data or _FORBIDDEN_START in data:
        _refuse_forbidden(text, path)
    if "\r" in text and (found := _LONE_RETURN.search(text)):
        raise CatalogError(
            msg("The line ends with CR alone; save the file with the line ends LF or CRLF."),
            _place(text, found.start(), path),
        )
    return text


def require_utf8(fields: Mapping[str, str], header: Entry, path: str) -> None:
    """Raise ``CatalogError`` unless the ``fields`` of ``header`` say that its file, in UTF-8, is in UTF-8.

    A template may say ``CHARSET``, as ``xgettext`` writes where it has seen only ASCII.
    """
    content_type = fields.get("Content-Type", "")
    charset = content_type.lower().partition("charset=")[2].strip()
    if charset == "utf-8" or (charset == "charset" and path.endswith(".pot")):
        return
    if not charset:
        raise CatalogError(
            msg('The header names no charset; add the line "Content-Type: text/plain; charset=UTF-8\\n".'),
            Location(path, header.line),
        )
    before, _, _ = (header.raw or "").partition("Content-Type")
    raise _wrong_charset(charset, Location(path, before.count("\n") + 1))


def _encoded(text: str, path: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        code = f"U+{ord(text[error.start]):04X}"
        raise _forbidden(code, _place(text, error.start, path)) from None


def _decoded(data: bytes, path: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise _undecodable(data, error.start, path) from None


def _undecodable(data: bytes, position: int, path: str) -> CatalogError:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return CatalogError(msg("The file is in UTF-16; save it as UTF-8."), Location(path, 1))
    charset = _CHARSET.search(data)
    if charset and charset[1].lower() != b"utf-8":
        line = data.count(b"\n", 0, charset.start()) + 1
        return _wrong_charset(charset[1].decode("ascii", "replace"), Location(path, line))
    line = data.count(b"\n", 0, position) + 1
    column = len(data[data.rfind(b"\n", 0, position) + 1 : position].decode()) + 1
    return CatalogError(
        msg("The byte {byte} is not UTF-8; save the file as UTF-8.", byte=f"0x{data[position]:02X}"),
        Location(path, line, column),
    )


def _wrong_charset(charset: str, location: Location) -> CatalogError:
    return CatalogError(
        msg("The header says charset={charset}; save the file as UTF-8 and say so there.", charset=charset),
        location,
    )


def _refuse_forbidden(text: str, path: str) -> None:
    if found := FORBIDDEN.search(text):
        raise _forbidden(f"U+{ord(found[0]):04X}", _place(text, found.start(), path))


def _forbidden(code: str, location: Location) -> CatalogError:
    return CatalogError(msg("A catalog cannot hold the character {code}; remove it.", code=code), location)


def _place(text: str, position: int, path: str) -> Location:
    start = text.rfind("\n", 0, position) + 1
    return Location(path, text.count("\n", 0, position) + 1, position - start + 1)
