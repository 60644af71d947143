"""Whether a file is a whole PDF.  How good a PDF it is, and whether readers can open it, the checks judge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.config.files import unreadable
from pipeline.model import msg

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from pipeline.model import Message

_HEADER = re.compile(rb"%PDF-\d\.\d")
_HEADER_LENGTH = 8
_TAIL_LENGTH = 4096
"""How far from its end a file may say ``startxref``; readers look in the last 1024 bytes."""


def pdf_fault(path: Path, name: str) -> Message | None:
    """Return why the file at ``path`` is no whole PDF, None if it is one.

    ``name`` is the file's name for people.  Reads its beginning and its end.
    """
    try:
        with path.open("rb", buffering=0) as stream:
            if not _HEADER.match(stream.read(_HEADER_LENGTH)):
                return msg("{path} is no PDF; export it as PDF again.", path=name)
            if b"startxref" not in _tail(stream):
                return msg("{path} is a PDF without its end; copy or export it again.", path=name)
    except OSError as error:
        return unreadable(name, error)
    return None


def _tail(stream: BinaryIO) -> bytes:
    """Return the end of the file."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _TAIL_LENGTH))
    return stream.read(_TAIL_LENGTH)
