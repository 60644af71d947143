"""Catalog → text of a PO file: untouched entries as they were, new ones as gettext writes them.

Nothing is wrapped but at the line breaks of the text itself, so that a changed word is a changed
line and not a changed paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.po.entry import Catalog, Entry

_CONTROL: Final = {"\a": r"\a", "\b": r"\b", "\f": r"\f", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\v": r"\v"}
_ESCAPES: Final = {"\\": r"\\", '"': r"\"", **_CONTROL}
_ESCAPED: Final = re.compile(r'[\\"\a\b\f\n\r\t\v]')
_LINE_BREAK: Final = re.compile(r"\r\n?|\n")


def write(catalog: Catalog) -> str:
    """Return the text of ``catalog``; what was read and not changed is repeated byte for byte."""
    parts: list[str] = []
    for entry in (catalog.header_entry, *catalog.entries):
        if parts and not parts[-1].endswith("\n"):
            parts.append(catalog.newline)
        if entry.raw is not None:
            parts.append(entry.raw)
            continue
        lines = [*([""] if parts else []), *_lines(entry), ""]
        parts.append(catalog.newline.join(lines))
    return "".join((*parts, catalog.tail))


def _lines(entry: Entry) -> Iterator[str]:
    """Yield the lines of ``entry`` in gettext's order."""
    yield from _comments("#", entry.comments)
    yield from _comments("#.", entry.extracted)
    yield from _comments("#:", map(_reference, entry.references))
    if entry.flags:
        yield f"#, {', '.join(entry.flags)}"
    prefix = "#~" if entry.obsolete else "#"
    yield from _section(f"{prefix}| ", "msgctxt", entry.previous_msgctxt)
    yield from _section(f"{prefix}| ", "msgid", entry.previous_msgid)
    yield from _section(f"{prefix}| ", "msgid_plural", entry.previous_plural)
    prefix = "#~ " if entry.obsolete else ""
    yield from _section(prefix, "msgctxt", entry.msgctxt)
    yield from _section(prefix, "msgid", entry.msgid)
    yield from _section(prefix, "msgid_plural", entry.plural)
    if entry.plural is None:
        yield from _section(prefix, "msgstr", entry.msgstr)
    for number, string in enumerate(entry.strings if entry.plural is not None else ()):
        yield from _section(prefix, f"msgstr[{number}]", string)


def _comments(prefix: str, comments: Iterable[str]) -> Iterator[str]:
    for comment in comments:
        for line in _LINE_BREAK.split(comment):
            yield f"{prefix} {line}" if line else prefix


def _reference(name: str) -> str:
    """Return a reference as gettext writes it: a file name with spaces between U+2068 and U+2069."""
    return f"\u2068{name}\u2069" if re.search(r"\s", name) else name


def _section(prefix: str, keyword: str, text: str | None) -> Iterator[str]:
    """Yield the lines of one keyword and its string, split after each line break of a longer text."""
    if text is None:
        return
    pieces = text.split("\n")
    lines = [*(f"{piece}\n" for piece in pieces[:-1]), *filter(None, pieces[-1:])]
    if len(lines) <= 1:
        yield f"{prefix}{keyword} {_quoted(text)}"
        return
    yield f'{prefix}{keyword} ""'
    for line in lines:
        yield f"{prefix}{_quoted(line)}"


def _quoted(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(character: re.Match[str]) -> str:
    return _ESCAPES[character[0]]
