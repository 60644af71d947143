"""Whether a file is a PDF that readers can open.  How good a PDF it is, the checks judge."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pipeline.config.files import unreadable
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from pipeline.model import Message

_HEADER = re.compile(rb"%PDF-\d\.\d")
_HEADER_LENGTH = 8
_MAX_OBJECTS = 500_000
"""A book of thousands of pages has fewer; more would only tie up the machine."""
_TAIL_LENGTH = 4096
"""How far from its end a file may say ``startxref``; readers look in the last 1024 bytes."""


def pdf_fault(path: Path, name: str) -> Message | None:
    """Return what keeps readers from opening the PDF at ``path``, None if nothing does.

    ``name`` is the file's name for people.  Reads no more than the cross-references, the catalog and the
    root of the page tree.
    """
    try:
        with path.open("rb") as stream:
            return _fault(stream, name)
    except OSError as error:
        return unreadable(name, error)


def _fault(stream: BinaryIO, name: str) -> Message | None:
    """Return what is wrong with the PDF in ``stream``."""
    if not _HEADER.match(stream.read(_HEADER_LENGTH)):
        return msg("{path} is no PDF; export it as PDF again.", path=name)
    if b"startxref" not in _tail(stream):
        return msg("{path} is a PDF without its end; copy or export it again.", path=name)
    try:
        with _silence():
            encrypted, pages = _read(stream)
    except Exception:  # noqa: BLE001 - a hostile PDF makes pypdf raise nearly anything; each means the same
        return msg("{path} is a damaged PDF; export it again.", path=name)
    if encrypted:
        return msg("{path} is encrypted; export it without password and protection.", path=name)
    if pages < 1:
        return msg("{path} is a PDF without pages; export it again.", path=name)
    return None


def _tail(stream: BinaryIO) -> bytes:
    """Return the end of the file."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _TAIL_LENGTH))
    return stream.read(_TAIL_LENGTH)


def _read(stream: BinaryIO) -> tuple[bool, int]:
    """Return whether the PDF is encrypted, and the number of pages that it says it has."""
    from pypdf import PdfReader  # noqa: PLC0415 - takes a while to import
    from pypdf.generic import DictionaryObject, NumberObject  # noqa: PLC0415 - see above

    reader = PdfReader(stream, xref_stream_maximum_entries=_MAX_OBJECTS)
    if reader.is_encrypted:
        return True, 0
    pages = reader.root_object["/Pages"]
    count = pages["/Count"] if isinstance(pages, DictionaryObject) else None
    return False, count if isinstance(count, NumberObject) else 0


@contextmanager
def _silence() -> Iterator[None]:
    """Keep pypdf from logging what it had to mend: our one line says it."""
    import logging  # noqa: PLC0415 - only where PDFs are read

    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
