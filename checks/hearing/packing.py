"""Testimonies as bytes: msgpack, read back with its types; what is anything else is a ``ValueError``.

What a testimony depends on is compared, and what was found is shown, at each run: these stand in one
row.  The facts of a page, and the wordings of a catalog, are read where others ask, and stand elsewhere.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

import msgspec

from checks.dom.witness import Answer, Notes, Question
from checks.hearing.testimony import Speech, Testimony, Told
from checks.model import Outcome
from checks.subjects.facts import Facts, Label
from checks.subjects.page import Medium
from checks.subjects.wordings import Wordings
from pipeline.model import Argument, Location, Message, Trace

if TYPE_CHECKING:
    from collections.abc import Mapping

_LENGTH: Final = 4  # bytes

_Place = tuple[str, int, int]
_Trace = tuple[str, _Place | None, _Place | None]
_Told = tuple[int, Outcome, str, tuple[tuple[str, Argument], ...], _Place, str | None, _Trace | None]


class _Grounds(msgspec.Struct, array_like=True, frozen=True):
    content: str
    notes: tuple[tuple[Question, Answer], ...]


class _Said(msgspec.Struct, array_like=True, frozen=True):
    medium: Medium | None
    outcomes: str
    findings: tuple[_Told, ...]
    speech: Speech | None = None


class _Facts(msgspec.Struct, array_like=True, frozen=True):
    facts: Facts  # but for its labels, whose keys are numbers
    labels: tuple[tuple[int, Label], ...]


_encoder = msgspec.msgpack.Encoder(order="deterministic")  # equal facts are equal bytes
_grounds = msgspec.msgpack.Decoder(_Grounds)
_said = msgspec.msgpack.Decoder(_Said)
_facts = msgspec.msgpack.Decoder(_Facts)
_rows = msgspec.msgpack.Decoder(dict[str, bytes])
_wordings = msgspec.msgpack.Decoder(Wordings)


def grounds(content: bytes) -> tuple[str, Notes]:
    """Return the digest of the page, and what else was asked; raises ``ValueError``."""
    found = _grounds.decode(content)
    return found.content, dict(found.notes)


def plain(value: object) -> bytes:
    """Return the same bytes for equal values of settings and the like; what is no text becomes readable."""
    encoded = _encoded(value)
    return repr(value).encode(errors="backslashreplace") if encoded is None else encoded


def based(content: str, notes: Notes) -> bytes | None:
    """Return what something depends on as bytes; None where no bytes can carry it."""
    return _encoded(_Grounds(content, tuple(notes.items())))


def joined(content: str, notes: Notes, found: Testimony) -> bytes | None:
    """Return grounds and what was found on them as bytes; None where no bytes can carry it."""
    findings = tuple(_plain(*numbered) for numbered in found.findings)
    said = _encoded(_Said(found.medium, found.outcomes, findings, found.speech))
    return None if said is None else grounded(content, notes, said)


def grounded(content: str, notes: Notes, said: bytes) -> bytes | None:
    """Return grounds and, as bytes already, what was found on them; None where no bytes can carry it."""
    held = based(content, notes)
    return None if held is None else len(held).to_bytes(_LENGTH) + held + said


def parted(row: bytes) -> tuple[bytes, bytes]:
    """Return the grounds and what was found on them."""
    end = _LENGTH + int.from_bytes(row[:_LENGTH])
    return row[_LENGTH:end], row[end:]


def row_of(rows: Mapping[str, bytes]) -> bytes:
    """Return many small rows as one, which is read faster; keys that are no text are left out."""
    return _encoder.encode({key: row for key, row in rows.items() if is_text(key)})


def rows_in(content: bytes | None) -> dict[str, bytes]:
    """Return the rows in what :func:`row_of` returned; none in anything else."""
    with suppress(ValueError):
        return _rows.decode(content or b"")
    return {}


def grounds_of(row: bytes) -> str | None:
    """Return the digest that what a row of :func:`joined` keeps was found on; None of what is no row."""
    try:
        return grounds(parted(row)[0])[0]
    except ValueError:
        return None


def said_on(grounds_then: str, row: bytes) -> Testimony | None:
    """Return what a row of :func:`joined` keeps, if it was found on these grounds; raises ``ValueError``."""
    held, said = parted(row)
    return testimony(said) if grounds(held)[0] == grounds_then else None


def testimony(said: bytes) -> Testimony:
    """Return what was found; raises ``ValueError``."""
    found = _said.decode(said)
    findings = tuple(map(_numbered, found.findings))
    return Testimony(found.outcomes, findings, found.medium, speech=found.speech)


def is_text(path: str) -> bool:
    """Return whether ``path`` can be a key: names that are not UTF-8 cannot."""
    return not any("\ud800" <= letter <= "\udfff" for letter in path)


def spoken(said: Facts | Wordings) -> bytes | None:
    """Return what a page or a catalog says to others, as bytes; None where no bytes can carry it."""
    if isinstance(said, Facts):
        return _encoded(_Facts(said._replace(labels={}), tuple(said.labels.items())))
    return _encoded(said)


def facts(content: bytes) -> Facts:
    """Return what a page says to the others; raises ``ValueError``."""
    found = _facts.decode(content)
    return found.facts._replace(labels=dict(found.labels))


def wordings(content: bytes) -> Wordings:
    """Return what a catalog says to the others; raises ``ValueError``."""
    return _wordings.decode(content)


def _encoded(value: object) -> bytes | None:
    try:
        return _encoder.encode(value)
    except (UnicodeEncodeError, OverflowError):  # names that are no text
        return None


def _plain(number: int, told: Told) -> _Told:
    message, traced = told.message, told.trace
    trace = (traced.unit, _at(traced.catalog), _at(traced.source)) if traced else None
    return number, told.outcome, message.msgid, message.arguments, _spot(told.location), told.selector, trace


def _numbered(plain: _Told) -> tuple[int, Told]:
    number, outcome, msgid, arguments, place, selector, traced = plain
    trace = traced and Trace(traced[0], *(each and Location(*each) for each in traced[1:]))
    return number, Told(outcome, Message(msgid, arguments), Location(*place), selector, trace)


def _spot(location: Location) -> _Place:
    return location.path, location.line, location.column


def _at(location: Location | None) -> _Place | None:
    return _spot(location) if location else None
