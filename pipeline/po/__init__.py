"""PO files, read strictly and written back as they were.

``read`` takes whatever gettext, Poedit, Weblate, polib or Translate Toolkit write, and refuses what
``msgfmt`` would refuse, with the line and the remedy; nothing damaged is ever guessed at.  ``write``
repeats every untouched entry byte for byte, whoever wrapped its lines.
"""

from __future__ import annotations

from pipeline.po.entry import FUZZY, Catalog, Entry, Key
from pipeline.po.writer import write

__all__ = ["FUZZY", "Catalog", "Entry", "Key", "read", "write"]


def read(content: str | bytes, path: str) -> Catalog:
    """Return the catalog that ``content`` is, as :func:`pipeline.po.reader.read` does."""
    from pipeline.po import reader  # noqa: PLC0415 - runs in which nothing is new need no grammar

    return reader.read(content, path)
