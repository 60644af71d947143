"""PO files, read strictly and written back as they were.

``read`` takes whatever gettext, Poedit, Weblate, polib or Translate Toolkit write, and refuses what
``msgfmt`` would refuse, with the line and the remedy; nothing damaged is ever guessed at.  ``write``
repeats every untouched entry byte for byte, whoever wrapped its lines.
"""

from __future__ import annotations

from pipeline.po.entry import FUZZY, Catalog, Entry, Key
from pipeline.po.reader import read
from pipeline.po.writer import write

__all__ = ["FUZZY", "Catalog", "Entry", "Key", "read", "write"]
