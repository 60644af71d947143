"""Change the translation of single entries in the bytes of a PO file, and not a byte of any other.

What a person began with is compared with what stands there (compare and swap): where somebody else
has written meanwhile, nothing changes and the caller learns what stands there now.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from msgspec import Struct, structs

from pipeline.po import grammar, writer
from pipeline.po.entry import FUZZY, Entry, Key
from pipeline.po.reader import comment_kind, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LINE: Final = re.compile(r"[^\n]*\n")
_BLANK: Final = r"[ \t\r\f\v]*"
_FLAGS: Final = re.compile(rf"(?P<mark>{_BLANK}(?:#~{_BLANK})?#[,=])(?P<flags>[^\n]*?)(?P<end>\r?\n)")


class Edit(Struct, frozen=True):
    """What a person has made of one message.

    ``key`` and ``plural`` (``msgid_plural``) say which; ``seen`` is its translation when the person
    began and ``strings`` what it shall be: one string, or one for each plural form.  An entry that is
    no longer ``fuzzy`` loses its previous msgid, too.  ``comments`` are the translator's lines as
    they shall be; None leaves them as they are.
    """

    key: Key
    seen: tuple[str, ...]
    strings: tuple[str, ...]
    plural: str | None = None
    fuzzy: bool = False
    comments: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        """Refuse a translation that has no string, or several without a plural."""
        if not self.strings or (self.plural is None and len(self.strings) > 1):
            raise ValueError(self.strings)

    @staticmethod
    def of(entry: Entry, *strings: str, fuzzy: bool = False) -> Edit:
        """Return the edit that gives ``entry``, as somebody has seen it, the translation ``strings``."""
        return Edit(entry.key, entry.strings, strings, entry.plural, fuzzy)


@dataclass(frozen=True, slots=True)
class Conflict:
    """What kept edits from being made: each with the entry that stands there now.

    The entry is None where the catalog has no such message any more, or only as an obsolete one.
    """

    found: tuple[tuple[Edit, Entry | None], ...]


def patch(content: bytes, path: str, edits: Iterable[Edit]) -> bytes | Conflict:
    """Return ``content``, the bytes of the catalog ``path``, with all ``edits`` made, or what forbids it.

    An edit that has been made already changes nothing.  Raises ``CatalogError`` for a damaged catalog
    and for what no catalog can hold.
    """
    catalog = read(content, path)
    entries = {entry.key: entry for entry in catalog.entries}
    conflicts = []
    for edit in edits:
        entry = entries.get(edit.key)
        if entry is None or not _is_as_seen(entry, edit):
            conflicts.append((edit, None if entry is None or entry.obsolete else entry))
        elif not _is_made(entry, edit):
            entries[edit.key] = _edited(entry, edit)
    if conflicts:
        return Conflict(tuple(conflicts))
    text = writer.write(replace(catalog, entries=tuple(entries.values())))
    read(text, path)  # what could not be read back is not for the disk
    return text.encode()


def _is_as_seen(entry: Entry, edit: Edit) -> bool:
    unchanged = entry.strings in {edit.seen, edit.strings}
    return not entry.obsolete and entry.plural == edit.plural and unchanged


def _is_made(entry: Entry, edit: Edit) -> bool:
    commented = edit.comments in {None, entry.comments}
    return commented and entry.strings == edit.strings and entry.fuzzy == edit.fuzzy


def _edited(entry: Entry, edit: Edit) -> Entry:
    """Return ``entry`` with the edit made in its own lines."""
    raw = entry.raw or ""
    newline = "\r\n" if "\r\n" in raw else "\n"
    head = grammar.REST.match(raw)
    start = head.end() if head else 0
    lines = _LINE.findall(raw[:start])
    if edit.fuzzy != entry.fuzzy:
        lines = _marked_fuzzy(lines, newline) if edit.fuzzy else _released(lines)
    if edit.comments is not None and edit.comments != entry.comments:
        lines = _commented(lines, edit.comments, newline)
    said = "".join(lines) + _translated(raw, start, entry, edit.strings, newline)
    plain = edit.plural is None
    return structs.replace(
        entry,
        msgstr=edit.strings[0] if plain else "",
        plural_strings=() if plain else edit.strings,
        flags=tuple(flag for flag in entry.flags if flag != FUZZY) + (FUZZY,) * edit.fuzzy,
        comments=entry.comments if edit.comments is None else edit.comments,
        raw=said,
    )


def _translated(raw: str, start: int, entry: Entry, strings: Sequence[str], newline: str) -> str:
    """Return ``raw`` from ``start`` on, its keywords and strings, with other translations."""
    found = grammar.ACTIVE.match(raw, start)
    if found is None or entry.strings == strings:
        return raw[start:]
    if entry.plural is None:
        places = [found.span("msgstr")]
    else:
        first, last = found.span("plural_strings")
        places = [form.span(2) for form in grammar.PLURAL_FORM.finditer(raw, first, last)]
    said, end = [], start
    for (first, last), old, new in zip(places, entry.strings, strings, strict=False):
        said += [raw[end:first], raw[first:last] if old == new else newline.join(writer.strings(new))]
        end = last
    for number in range(len(places), len(strings)):
        said.append(newline + newline.join(writer.section(f"msgstr[{number}]", strings[number])))
    return "".join((*said, raw[places[-1][1] :]))


def _released(lines: Sequence[str]) -> list[str]:
    """Return comments that do not say fuzzy, nor from which msgid a fuzzy translation comes."""
    return [_without_fuzzy(line) for line in lines if comment_kind(line[:-1])[0] != "|"]


def _without_fuzzy(line: str) -> str:
    found = _FLAGS.fullmatch(line)
    flags = [flag.strip() for flag in found["flags"].split(",")] if found else []
    if found is None or FUZZY not in flags:
        return line
    kept = ", ".join(flag for flag in flags if flag != FUZZY)
    return f"{found['mark']} {kept}{found['end']}" if kept else ""


def _marked_fuzzy(lines: Sequence[str], newline: str) -> list[str]:
    """Return comments that say fuzzy, among the flags if there are others."""
    for place, line in enumerate(lines):
        found = _FLAGS.fullmatch(line)
        if found and found["mark"].endswith(","):
            flags = f"{found['mark']} {FUZZY},{found['flags']}{found['end']}"
            return [*lines[:place], flags, *lines[place + 1 :]]
    kinds = [comment_kind(line[:-1])[0] for line in lines]
    place = kinds.index("|") if "|" in kinds else len(lines)
    return [*lines[:place], f"#, {FUZZY}{newline}", *lines[place:]]


def _commented(lines: Sequence[str], comments: Sequence[str], newline: str) -> list[str]:
    """Return comments with other ones of the translator's, where those stood."""
    kinds = [comment_kind(line[:-1])[0] for line in lines]
    place = next((place for place, kind in enumerate(kinds) if kind), len(lines))
    kept = [line for line, kind in zip(lines, kinds, strict=True) if kind != "#"]
    written = [line + newline for line in writer.comments("#", comments)]
    return [*kept[:place], *written, *kept[place:]]
