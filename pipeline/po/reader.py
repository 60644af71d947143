"""Text of a PO file → catalog, or one error that says which line is wrong and what to do about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pipeline.po import encoding, faults, grammar
from pipeline.po.entry import Catalog, Entry, header_fields

_CONTROL: Final = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
# gettext encloses a file name with spaces in U+2068 and U+2069.
_REFERENCE: Final = re.compile("\u2068([^\u2068\u2069]+)\u2069|(\\S+)")
_BLANKS: Final = " \t\r\f\v"
_DIGITS: Final = frozenset("01234567x")  # what the escape of a byte begins with


def read(content: str | bytes, path: str) -> Catalog:
    """Return the catalog that ``content`` is; ``path`` is the file's name for people.

    Raises ``CatalogError`` for whatever ``msgfmt`` would refuse, for a charset other than UTF-8, and
    for what no translation may hold: NUL and the noncharacters U+FDD0 to U+FDEF.
    """
    text = encoding.decoded(content, path)
    entries, end = _entries(text, path)
    if not entries or entries[0].key != (None, "") or entries[0].obsolete:
        raise faults.no_header(path)
    header_entry = entries[0]
    header = header_fields(header_entry.msgstr)
    encoding.require_utf8(header, header_entry, path)
    faults.require_unique(entries, path)
    newline = "\r\n" if "\r\n" in (header_entry.raw or "") else "\n"
    return Catalog(path, header, header_entry, tuple(entries[1:]), text[end:], newline)


def _entries(text: str, path: str) -> tuple[list[Entry], int]:
    """Return all entries and where the last one ends."""
    entries: list[Entry] = []
    end, line, last = 0, 1, 0
    plain = grammar.PLAIN.match if "\r" not in text else _nowhere
    while True:
        while (found := plain(text, end)) and not _is_escaped(found):
            last = found.end("references")
            line += text.count("\n", end, last)
            entries.append(_plain_entry(found, line))
            end, line = found.end(), line + 2
        start = _skip(grammar.REST, text, end)
        found = grammar.ACTIVE.match(text, start) or grammar.OBSOLETE.match(text, start)
        if found is None or not _numbered(found["plural_strings"]):
            if grammar.LAST.match(text, start):
                return entries, end
            raise faults.entry_fault(text, start, last, path)
        keyword = found.start("keyword")
        first, line = line, line + text.count("\n", end, keyword)
        try:
            head = _head(text[end:start])
            if head.previous is None:
                raise faults.previous_fault(text[end:start], path, first)
            entries.append(_entry(head, found, line, text[end : found.end()]))
        except ValueError:
            raise faults.bytes_fault(path, line) from None
        end, last = found.end(), start
        line += text.count("\n", keyword, end)


def _numbered(forms: str | None) -> bool:
    """Tell whether the forms of a plural are numbered 0, 1, 2 … as gettext demands."""
    if forms is None:
        return True
    numbers = (int(form[1]) for form in grammar.PLURAL_FORM.finditer(forms))
    return all(number == place for place, number in enumerate(numbers))


def _skip(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return where ``pattern``, which may be empty, ends."""
    found = pattern.match(text, start)
    return found.end() if found else start


def _nowhere(_text: str, _position: int) -> None:
    """Find nothing, as a pattern that never matches."""


def _is_escaped(found: re.Match[str]) -> bool:
    """Tell whether one of the two strings of an entry has escapes, or a quotation mark that ends it."""
    _, _, msgid, msgstr = found.groups()
    return "\\" in msgid or "\\" in msgstr or '"' in msgid or '"' in msgstr


def _plain_entry(found: re.Match[str], line: int) -> Entry:
    extracted, references, msgid, msgstr = found.groups()
    return Entry(
        msgid,
        msgstr,
        extracted=tuple(extracted[len("#. ") : -1].split("\n#. ")) if extracted else (),
        references=_references(references[len("#: ") :]),
        line=line,
        raw=found[0],
    )


@lru_cache  # a page's entries all stand in the same file
def _references(text: str) -> tuple[str, ...]:
    """Return the references in ``text``, lines of comments without the first one's prefix."""
    lines = text.split("\n#: ")
    return tuple(name or word for line in lines for name, word in _REFERENCE.findall(line))


def _entry(head: _Head, found: re.Match[str], line: int, raw: str) -> Entry:
    msgctxt, msgid, msgstr, plural, plural_strings = found.group(
        "msgctxt", "msgid", "msgstr", "plural", "plural_strings",
    )  # fmt: skip
    previous_msgctxt, previous_msgid, previous_plural = head.previous or (None, None, None)
    return Entry(
        msgid=_unquoted(msgid),
        msgstr="" if msgstr is None else _unquoted(msgstr),
        msgctxt=None if msgctxt is None else _unquoted(msgctxt),
        plural=None if plural is None else _unquoted(plural),
        plural_strings=() if plural_strings is None else _plural_strings(plural_strings),
        comments=head.comments,
        extracted=head.extracted,
        references=head.references,
        flags=head.flags,
        previous_msgid=previous_msgid,
        previous_msgctxt=previous_msgctxt,
        previous_plural=previous_plural,
        obsolete=found.re is grammar.OBSOLETE,
        line=line,
        raw=raw,
    )


def _plural_strings(forms: str) -> tuple[str, ...]:
    return tuple(_unquoted(form[2]) for form in grammar.PLURAL_FORM.finditer(forms))


def _unquoted(strings: str) -> str:
    """Return the text of one or more quoted strings."""
    if strings.count('"') == 2:  # noqa: PLR2004  one pair of quotation marks: nearly all there are
        return _unescaped(strings[1:-1])
    return "".join(_unescaped(string[1:-1]) for string in grammar.STRING.findall(strings))


def _unescaped(text: str) -> str:
    if text.count("\\") == text.count(r"\n"):  # line feeds alone: nearly all escapes are
        return text.replace(r"\n", "\n")
    return grammar.ESCAPE.sub(_character, text)


def _character(escape: re.Match[str]) -> str:
    """Return what an escape stands for; raise ValueError for bytes that are no text."""
    numbers = escape[0].split("\\")[1:]
    if numbers[0][:1] not in _DIGITS:
        return _CONTROL.get(escape[0][1], escape[0][1])
    text = bytes(int(f"0{number}" if number[0] == "x" else f"0o{number}", 0) for number in numbers).decode()
    if encoding.FORBIDDEN.search(text):
        raise ValueError(text)
    return text


@dataclass(frozen=True, slots=True)
class _Head:
    """The comments before an entry, sorted by kind; ``previous`` is None where it is damaged."""

    comments: tuple[str, ...]
    extracted: tuple[str, ...]
    references: tuple[str, ...]
    flags: tuple[str, ...]
    previous: tuple[str | None, str | None, str | None] | None


@lru_cache(maxsize=4096)  # on a page, many entries have the same comments
def _head(text: str) -> _Head:
    comments: list[str] = []
    lines: dict[str, list[str]] = {".": [], ":": [], ",": [], "|": []}
    for line in text.split("\n"):
        kind, body = comment_kind(line)
        if kind in lines:
            lines[kind].append(body)
        elif kind:
            comments.append(body)
    return _Head(
        tuple(comments),
        tuple(lines["."]),
        tuple(name or word for line in lines[":"] for name, word in _REFERENCE.findall(line)),
        tuple(flag for line in lines[","] for part in line.split(",") if (flag := part.strip(_BLANKS))),
        _previous("\n".join(lines["|"])),
    )


@lru_cache(maxsize=4096)  # their lines even more
def comment_kind(line: str) -> tuple[str, str]:
    """Return the kind of a comment line, which is its second character, and its text.

    The kind is "#" for a translator's comment and "" for a blank line.  ``#=`` lines hold flags, too
    (gettext 1.0).
    """
    line = line.lstrip(_BLANKS).removesuffix("\r")
    if line.startswith("#~"):
        line = f"#{line[2:]}" if line[2:3] == "|" else line[2:].lstrip(_BLANKS)
    if not line:
        return "", ""
    kind = line[1:2]
    if kind not in {".", ":", ",", "=", "|"}:
        return "#", line[1:].removeprefix(" ")
    return "," if kind == "=" else kind, line[2:].removeprefix(" ")


def _previous(text: str) -> tuple[str | None, str | None, str | None] | None:
    """Return the previous msgctxt, msgid and msgid_plural, or None where ``text`` is no such thing."""
    if not text:
        return None, None, None
    found = grammar.PREVIOUS.match(text)
    if found is None:
        return None
    msgctxt, msgid, plural = (None if part is None else _unquoted(part) for part in found.groups())
    return msgctxt, msgid, plural
