"""Units → template: each message once, in the order of the page."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.catalog.header import header_entry, template_header
from pipeline.po import Catalog, Entry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.po import Key


def template(path: str, entries: Iterable[Entry], project: str, report_to: str) -> Catalog:
    """Return the template of a page: ``entries`` without translations, equal messages joined.

    Of equal messages, the first gives the place and all give their notes, references and flags.
    ``project`` and ``report_to`` are those of ``Origin``.  The same entries give the same bytes.
    """
    joined: dict[Key, Entry] = {}
    for entry in entries:
        known = joined.get(entry.key)
        joined[entry.key] = _joined(known, entry) if known else _blank(entry)
    header = template_header(project, report_to)
    return Catalog(path, header, header_entry(header), tuple(joined.values()))


def _blank(entry: Entry) -> Entry:
    """Return what a template says about ``entry``, each line of a note on its own."""
    if _is_blank(entry):
        return entry
    lines = (line.strip() for note in entry.extracted for line in note.splitlines())
    return Entry(
        entry.msgid, msgctxt=entry.msgctxt, plural=entry.plural,
        plural_strings=() if entry.plural is None else ("", ""),
        extracted=tuple(dict.fromkeys(line for line in lines if line)),
        references=tuple(dict.fromkeys(entry.references)), flags=tuple(dict.fromkeys(entry.flags)),
    )  # fmt: skip


def _is_blank(entry: Entry) -> bool:
    """Tell whether ``entry`` is as a template has it: notes of one line, each once, and one reference."""
    said = entry.msgstr or entry.comments or entry.flags or entry.obsolete or entry.raw
    before = entry.previous_msgid or entry.previous_msgctxt or entry.previous_plural
    if said or before or entry.plural is not None or len(entry.references) > 1:
        return False
    return _are_bare(entry.extracted)


@lru_cache(maxsize=4096)  # on a page, many units have the same notes
def _are_bare(notes: tuple[str, ...]) -> bool:
    """Tell whether ``notes`` have one line each, nothing around it, and none stands twice."""
    is_bare = tuple(map(str.strip, notes)) == notes and all(map(str.isprintable, notes))
    return is_bare and len(set(notes)) == len(notes)


def _joined(known: Entry, entry: Entry) -> Entry:
    return _blank(
        known.change(
            plural=known.plural if entry.plural is None else entry.plural,
            extracted=known.extracted + entry.extracted,
            references=known.references + entry.references,
            flags=known.flags + entry.flags,
        ),
    )
