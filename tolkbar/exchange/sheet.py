"""A bundle as CSV (RFC 4180), for spreadsheets.

UTF-8 with a byte order mark, by which Excel knows it; semicolons between cells where the site's language
writes decimals with a comma, as Excel has it there.  Both are read, tabs too.  A plural takes a row for
each form.

A cell that begins with a sign of calculation would be run when the file is opened (OWASP, "CSV
Injection").  It gets an apostrophe in front, and one that begins with apostrophes before such a sign gets
one more, so that taking one off again gives what it was.

People fill in the translation and its state and may comment.  The last column is the machine's: what PO
says and a spreadsheet has no place for.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from babel.numbers import get_decimal_symbol
from msgspec.structs import replace

from pipeline.errors import CatalogError
from pipeline.formats.languages import locale
from pipeline.model import Location, State, msg
from tolkbar.exchange.bundle import Bundle, Fields, Text, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_MARK: Final = "\ufeff"
_CALCULATED: Final = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"
_RISKY: Final = re.compile(f"'*[{_CALCULATED}]")
_GUARDED: Final = re.compile(f"'+[{_CALCULATED}]")
_PAGE, _CONTEXT, _FORM, _SOURCE, _TRANSLATION, _STATE = (
    "page",
    "context",
    "form",
    "source",
    "translation",
    "state",
)
_NOTES, _COMMENTS, _PREVIOUS, _DATA = "notes", "comments", "previous source", "tolkbar"
_COLUMNS: Final = (
    _PAGE, _CONTEXT, _FORM, _SOURCE, _TRANSLATION, _STATE, _NOTES, _COMMENTS, _PREVIOUS, _DATA,
)  # fmt: skip
_REQUIRED: Final = (_PAGE, _SOURCE, _TRANSLATION)
_DELIMITERS: Final = ",;\t"
_NUMBER: Final = re.compile(r"[0-9]{1,3}")
_LONGEST: Final = 1_000_000  # characters of a cell
_FORMS: Final = 1_000


def write(bundle: Bundle) -> bytes:
    """Return ``bundle`` as CSV."""
    out = io.StringIO()
    comma = get_decimal_symbol(locale(bundle.source)) == ","
    writer = csv.writer(out, delimiter=";" if comma else ",", lineterminator="\r\n")
    said = {_SOURCE: bundle.source, _TRANSLATION: bundle.language, _DATA: bundle.site or ""}
    writer.writerow(f"{name} ({said[name]})" if name in said else name for name in _COLUMNS)
    for text in bundle.texts:
        writer.writerows(map(_guarded, row) for row in _rows(text))
    return (_MARK + out.getvalue()).encode()


def read(content: bytes, path: str) -> Bundle:
    """Return the bundle that a table is, whatever the order of its rows and columns.

    Raises CatalogError, which names the line, for what is no such table.
    """
    rows = _Rows(_decoded(content, path), path)
    named = [_named(cell) for cell in rows.first()]
    columns = {name: place for place, (name, _) in enumerate(named)}
    values = dict(named)
    for name in _REQUIRED:
        if name not in columns:
            raise CatalogError(
                msg("There is no column “{name}”. Restore the first line, as it was exported.", name=name),
                Location(path, 1),
            )
    return Bundle(
        values[_SOURCE],
        values[_TRANSLATION],
        values.get(_DATA) or None,
        {},
        _texts(rows.rows(columns), path),
    )


def _named(cell: str) -> tuple[str, str]:
    """Return the name of a column, and what stands in brackets behind it."""
    name, _, value = cell.partition("(")
    return name.strip().lower(), value.rstrip().removesuffix(")")


def _rows(text: Text) -> Iterator[list[str]]:
    """Yield the rows of a message, one for each form of a plural."""
    entry, fields = text.entry, Fields.of(text)
    is_plural = entry.plural is not None
    for form, string in enumerate(entry.strings):
        own = (replace(fields, msgid=entry.msgid) if form else fields).dump()
        yield [
            text.page, shown((entry.msgctxt,)) if entry.msgctxt else "", str(form) if is_plural else "",
            (entry.plural or "") if form else entry.msgid, string, _state(text),
            shown(entry.extracted), shown(entry.comments), shown((entry.previous_msgid or "",)), own,
        ]  # fmt: skip


def _state(text: Text) -> str:
    return State.FUZZY if text.entry.fuzzy else text.entry.state


@dataclass(slots=True)
class _Message:
    """A message in the making: the row it begins with, and its translation by the number of the form."""

    row: _Row
    fields: Fields
    msgid: str
    fuzzy: bool = False
    forms: dict[int, str] = field(default_factory=dict)

    def text(self) -> Text:
        """Return the message, once all its rows have been read."""
        number = max(self.fields.forms, max(self.forms, default=0) + 1)
        entry = self.fields.entry(
            self.msgid,
            tuple(self.forms.get(form, "") for form in range(min(number, _FORMS))),
            fuzzy=self.fuzzy,
            comments=self.row[_COMMENTS],
            extracted=self.row[_NOTES],
            line=self.row.line,
        )
        return Text(self.row[_PAGE], entry, self.fields.stamp, self.fields.name or None)


def _texts(rows: Iterable[_Row], path: str) -> tuple[Text, ...]:
    """Return the messages that ``rows`` are, in any order."""
    found: dict[tuple[str, ...], _Message] = {}
    for row in rows:
        fields = Fields.load(row[_DATA]) or Fields(msgctxt=row[_CONTEXT] or None)
        source = row[_SOURCE] if fields.msgid is None else fields.msgid
        key = (fields.name,) if fields.name else (row[_PAGE], row[_CONTEXT], source)
        message = found.setdefault(key, _Message(row, fields, source))
        form = int(row[_FORM]) if _NUMBER.fullmatch(row[_FORM]) else 0
        if form in message.forms:
            raise CatalogError(
                msg("This text stands on line {line}, too. Remove one of the two.", line=message.row.line),
                Location(path, row.line),
            )
        message.forms[form] = row[_TRANSLATION]
        message.fuzzy |= _is_fuzzy(row, path)
        if not form:
            message.msgid, message.row = source, row
    return tuple(message.text() for message in found.values())


def _is_fuzzy(row: _Row, path: str) -> bool:
    state = row[_STATE].strip().lower()
    if state and state not in set(State):
        raise CatalogError(
            msg("There is no state “{state}”. Write translated or fuzzy.", state=state),
            Location(path, row.line),
        )
    return state == State.FUZZY


def _guarded(cell: str) -> str:
    return f"'{cell}" if _RISKY.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def _decoded(content: bytes, path: str) -> str:
    try:
        return content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CatalogError(
            msg("This is not UTF-8. In Excel, save it as “CSV UTF-8”."), Location(path, line)
        ) from None


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row by the names of their columns, and its line."""

    cells: Mapping[str, str]
    line: int

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")


class _Rows:
    """Reads a table row by row; a line break inside quotation marks is part of its cell."""

    def __init__(self, text: str, path: str) -> None:
        head = text[: text.find("\n") if "\n" in text else len(text)]
        delimiter = max(_DELIMITERS, key=head.count)
        csv.field_size_limit(_LONGEST)
        self._reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        self._path = path

    def first(self) -> list[str]:
        """Return the names of the columns."""
        return next(self._cells(), ([], 1))[0]

    def rows(self, columns: Mapping[str, int]) -> Iterator[_Row]:
        """Yield the rows that are not empty."""
        for cells, line in self._cells():
            if any(cells):
                found = {
                    name: _unguarded(cells[place]) for name, place in columns.items() if place < len(cells)
                }
                yield _Row(found, line)

    def _cells(self) -> Iterator[tuple[list[str], int]]:
        while True:
            line = self._reader.line_num + 1
            try:
                yield next(self._reader), line
            except StopIteration:
                return
            except csv.Error as error:
                raise CatalogError(
                    msg("This is no CSV: {reason}. Save the table as CSV anew.", reason=str(error)),
                    Location(self._path, line),
                ) from None
