"""Catalog → text of a PO file: untouched entries as they were, new ones as gettext writes them.

Nothing is wrapped but at the line breaks of the text itself, so that a changed word is a changed
line and not a changed paragraph.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.po.entry import Catalog, Entry

_CONTROL: Final = {"\a": r"\a", "\b": r"\b", "\f": r"\f", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\v": r"\v"}
_ESCAPES: Final = {"\\": r"\\", '"': r"\"", **_CONTROL}
_ESCAPED: Final = re.compile(r'[\\"\a\b\f\n\r\t\v]')
_FEEDS: Final = re.compile(r"[^\n]*\n|[^\n]+")
_SPACE: Final = re.compile(r"\s")
_LINE_BREAK: Final = re.compile(r"\r\n?|\n")


def write(catalog: Catalog) -> str:
    """Return the text of ``catalog``; what was read and not changed is repeated byte for byte."""
    parts: list[str] = []
    for entry in (catalog.header_entry, *catalog.entries):
        if parts and not parts[-1].endswith("\n"):
            parts.append(catalog.newline)
        if entry.raw is not None:
            parts.append(entry.raw)
        elif parts and catalog.newline == "\n" and _is_plain(entry):
            parts.append(_plain(entry))
        else:
            lines = [*([""] if parts else []), *_lines(entry), ""]
            parts.append(catalog.newline.join(lines))
    return "".join((*parts, catalog.tail))


def _is_plain(entry: Entry) -> bool:
    """Tell whether ``entry`` has notes, references and two texts without escapes: nearly all new ones."""
    if entry.comments or entry.flags or entry.obsolete or entry.plural is not None:
        return False
    if entry.previous_msgid is not None or entry.previous_msgctxt is not None or entry.msgctxt is not None:
        return False
    texts = entry.msgid + entry.msgstr
    return texts.isprintable() and '"' not in texts and "\\" not in texts


def _plain(entry: Entry) -> str:
    """Return what :func:`_lines` makes of a plain entry, in a fifth of the time."""
    said = _said(entry.extracted, entry.references)
    return f'\n{said}msgid "{entry.msgid}"\nmsgstr "{entry.msgstr}"\n'


@lru_cache(maxsize=4096)  # on a page, many entries have the same comments
def _said(extracted: tuple[str, ...], references: tuple[str, ...]) -> str:
    lines = [*comments("#.", extracted), *(f"#: {_reference(name)}" for name in references), ""]
    return "\n".join(lines)


def _lines(entry: Entry) -> list[str]:
    """Return the lines of ``entry`` in gettext's order."""
    lines = [*comments("#", entry.comments), *comments("#.", entry.extracted)]
    lines += [f"#: {_reference(name)}" for name in entry.references]
    if entry.flags:
        lines.append(f"#, {', '.join(entry.flags)}")
    mark, prefix = ("#~| ", "#~ ") if entry.obsolete else ("#| ", "")
    if entry.previous_msgid is not None or entry.previous_msgctxt is not None:
        lines += section(f"{mark}msgctxt", entry.previous_msgctxt)
        lines += section(f"{mark}msgid", entry.previous_msgid)
        lines += section(f"{mark}msgid_plural", entry.previous_plural)
    lines += section(f"{prefix}msgctxt", entry.msgctxt)
    lines += section(f"{prefix}msgid", entry.msgid)
    if entry.plural is None:
        return lines + section(f"{prefix}msgstr", entry.msgstr)
    lines += section(f"{prefix}msgid_plural", entry.plural)
    for number, string in enumerate(entry.plural_strings):
        lines += section(f"{prefix}msgstr[{number}]", string)
    return lines


def comments(prefix: str, said: Sequence[str]) -> list[str]:
    """Return the comment lines that begin with ``prefix``, one for each line that is ``said``."""
    if not said:
        return []
    if not all(map(str.isprintable, said)):
        said = [line for comment in said for line in _LINE_BREAK.split(comment)]
    return [f"{prefix} {line}" if line else prefix for line in said]


@lru_cache  # a page's entries all stand in the same file
def _reference(name: str) -> str:
    """Return a reference as gettext writes it: a file name with spaces between U+2068 and U+2069."""
    return f"\u2068{name}\u2069" if _SPACE.search(name) else name


def section(keyword: str, text: str | None) -> list[str]:
    """Return the lines of one keyword and its string; None, which says nothing, has no lines."""
    if text is None:
        return []
    first, *rest = strings(text)
    prefix = keyword[: keyword.index("msg")] if rest else ""
    return [f"{keyword} {first}", *(f"{prefix}{line}" for line in rest)]


def strings(text: str) -> list[str]:
    """Return ``text`` as quoted strings, split after each line break of a longer text."""
    if "\n" not in text[:-1]:
        return [_quoted(text)]
    return ['""', *map(_quoted, _FEEDS.findall(text))]


def _quoted(text: str) -> str:
    if text.isprintable() and '"' not in text and "\\" not in text:  # a quicker look; most texts are so
        return f'"{text}"'
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(character: re.Match[str]) -> str:
    return _ESCAPES[character[0]]
