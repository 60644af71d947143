"""What a PDF document says of itself that links to it depend on: its pages, its places, its language."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checks.subjects import Site

_LARGEST: Final = 64 * 1024 * 1024  # bytes; what is larger is not opened for this
_OBJECTS: Final = 1_000_000  # of a document; who has more has no readers


class Document(NamedTuple):
    """How many pages it has, the names of places in it, and its language (empty: it says none)."""

    pages: int
    places: frozenset[str]
    language: str


def document_at(site: Site, path: str) -> Document | None:
    """Return what the PDF ``path`` says of itself, each read once; None where it cannot be read."""
    key = (Document, path)
    if key not in site.shared:
        site.shared[key] = _open(site.root / path, site.files.size(path))
    found: Document | None = site.shared[key]
    return found


def _open(file: Path, size: int | None) -> Document | None:
    if size is None or size > _LARGEST:
        return None
    try:
        with _silence():
            return _read(file)
    except Exception:  # noqa: BLE001 - a hostile PDF makes pypdf raise nearly anything; each means the same
        return None


def _read(file: Path) -> Document:
    from pypdf import PdfReader  # noqa: PLC0415 - takes a while to import

    with PdfReader(file, xref_stream_maximum_entries=_OBJECTS) as reader:
        if reader.is_encrypted:
            reader.decrypt("")
        language = reader.root_object.get("/Lang", "")
        places = frozenset(str(name).removeprefix("/") for name in reader.named_destinations)
        return Document(len(reader.pages), places, str(language).strip())


@contextmanager
def _silence() -> Iterator[None]:
    """Keep pypdf from logging what it had to mend: documents have rules of their own."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
