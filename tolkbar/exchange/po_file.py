"""A bundle as one PO file, which Weblate, Poedit and ``msgcat`` keep as it is.

A message is known by its context and its text, and the same text may be translated differently on two
pages.  So the page stands in the context, ``kontakt`` or ``kontakt#slug``, with the message's own
context behind the sign that no page's name has.  What the translation was at the time of the export
stands in a note, ``#. tolkbar:`` and sixteen digits.
"""

from __future__ import annotations

import re
from typing import Final

from pipeline import po
from pipeline.po import Catalog, Entry
from pipeline.po.entry import header_fields
from tolkbar.exchange.bundle import Bundle, Text

_SITE: Final = "X-Tolkbar-Site"
_SOURCE: Final = "X-Source-Language"  # as Poedit and Lokalize write it
_OWN: Final = (_SITE, _SOURCE)
_BEFORE_CONTEXT: Final = "#"
_STAMP: Final = re.compile(r"tolkbar:(?P<stamp>[0-9a-f]{16})")


def write(bundle: Bundle) -> bytes:
    """Return ``bundle`` as a PO file."""
    header = {
        **bundle.header,
        "Language": bundle.language.replace("-", "_"),
        _SOURCE: bundle.source,
        **({_SITE: bundle.site} if bundle.site else {}),
    }
    first = Entry("", "".join(f"{name}: {value}\n" for name, value in header.items()))
    entries = tuple(_entry(text) for text in bundle.texts)
    return po.write(Catalog("", header, first, entries)).encode()


def read(content: bytes, path: str) -> Bundle:
    """Return the bundle that a PO file is; raise CatalogError for a damaged one."""
    catalog = po.read(content, path)
    header = header_fields(catalog.header_entry.msgstr)
    return Bundle(
        header.get(_SOURCE, ""),
        header.get("Language", "").replace("_", "-"),
        header.get(_SITE),
        {name: value for name, value in header.items() if name not in _OWN},
        tuple(_text(entry) for entry in catalog.entries),
    )


def _entry(text: Text) -> Entry:
    entry = text.entry
    own = "" if entry.msgctxt is None else f"{_BEFORE_CONTEXT}{entry.msgctxt}"
    notes = entry.extracted
    if text.stamp and (
        any(entry.strings) or _stamped(notes)
    ):  # nothing to tell of what nobody has translated
        notes = (*notes, f"tolkbar:{text.stamp}")
    return entry.change(msgctxt=f"{text.page}{own}", extracted=notes)


def _text(entry: Entry) -> Text:
    page, sign, own = (entry.msgctxt or "").partition(_BEFORE_CONTEXT)
    found = _stamped(entry.extracted)
    notes, stamp = (entry.extracted[:-1], found["stamp"]) if found else (entry.extracted, None)
    return Text(page, entry.change(msgctxt=own if sign else None, extracted=notes), stamp)


def _stamped(notes: tuple[str, ...]) -> re.Match[str] | None:
    """Return the stamp, which is the last of the notes."""
    return _STAMP.fullmatch(notes[-1].strip()) if notes else None
