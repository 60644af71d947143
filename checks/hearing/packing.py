"""Testimonies as bytes: msgpack, read back with its types; what is anything else is a ``ValueError``.

A testimony is three pieces, because they are wanted at different times: what it depends on is compared
at each run, what was found is shown at each run, and facts are read where other pages ask; so are the
wordings of a catalog.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec

from checks.dom.witness import Answer, Notes, Question
from checks.hearing.testimony import Speech, Testimony, Told
from checks.model import Outcome
from checks.subjects.facts import Facts, Label
from checks.subjects.page import Medium
from checks.subjects.wordings import Wordings
from pipeline.model import Argument, Location, Message, Trace

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


class Packed(NamedTuple):
    """The pieces: the ``grounds`` of what was found, what was ``said``, the ``facts`` for other pages."""

    grounds: bytes
    said: bytes
    facts: bytes


_encoder = msgspec.msgpack.Encoder(order="deterministic")  # equal facts are equal bytes
_grounds = msgspec.msgpack.Decoder(_Grounds)
_said = msgspec.msgpack.Decoder(_Said)
_facts = msgspec.msgpack.Decoder(_Facts | None)
_wordings = msgspec.msgpack.Decoder(Wordings)


def packed(testimony: Testimony) -> Packed | None:
    """Return ``testimony`` as bytes; None for one that may not be kept, or that no bytes can carry."""
    if testimony.content is None or testimony.notes is None:
        return None
    findings = tuple(_plain(*numbered) for numbered in testimony.findings)
    said = _Said(testimony.medium, testimony.outcomes, findings, testimony.speech)
    grounds = _Grounds(testimony.content, tuple(testimony.notes.items()))
    try:
        return Packed(*map(_encoder.encode, (grounds, said, _parts(testimony.facts))))
    except (UnicodeEncodeError, OverflowError):  # names that are no text
        return None


def grounds(content: bytes) -> tuple[str, Notes]:
    """Return the digest of the page, and what else was asked; raises ``ValueError``."""
    found = _grounds.decode(content)
    return found.content, dict(found.notes)


def plain(value: object) -> bytes:
    """Return the same bytes for equal values of settings and the like; what is no text becomes readable."""
    try:
        return _encoder.encode(value)
    except (UnicodeEncodeError, OverflowError):
        return repr(value).encode(errors="backslashreplace")


def joined(content: str, notes: Notes, found: Testimony | None = None) -> bytes | None:
    """Return grounds, or grounds and what was found on them, as bytes; None where no bytes can carry it."""
    pieces = packed((found or Testimony())._replace(facts=None, content=content, notes=notes))
    if pieces is None or found is None:
        return pieces and pieces.grounds
    return len(pieces.grounds).to_bytes(_LENGTH) + pieces.grounds + pieces.said


def parted(row: bytes) -> tuple[bytes, bytes]:
    """Return the grounds and what was found on them."""
    end = _LENGTH + int.from_bytes(row[:_LENGTH])
    return row[_LENGTH:end], row[end:]


def said_on(grounds_then: str, row: bytes) -> Testimony | None:
    """Return what a row of :func:`joined` keeps, if it was found on these grounds; raises ``ValueError``."""
    held, said = parted(row)
    return testimony(said, None) if grounds(held)[0] == grounds_then else None


def testimony(said: bytes, facts: bytes | None) -> Testimony:
    """Return what was found, and the facts, if they are wanted; raises ``ValueError``."""
    found = _said.decode(said)
    findings = tuple(map(_numbered, found.findings))
    return Testimony(found.outcomes, findings, found.medium, _whole(facts), speech=found.speech)


def is_text(path: str) -> bool:
    """Return whether ``path`` can be a key: names that are not UTF-8 cannot."""
    return not any("\ud800" <= letter <= "\udfff" for letter in path)


def spoken(wordings: Wordings) -> bytes | None:
    """Return what a catalog says to the others, as bytes; None where no bytes can carry it."""
    try:
        return _encoder.encode(wordings)
    except (UnicodeEncodeError, OverflowError):
        return None


def wordings(content: bytes) -> Wordings:
    """Return what a catalog says to the others; raises ``ValueError``."""
    return _wordings.decode(content)


def packed_facts(facts: Facts) -> bytes | None:
    """Return the facts of a page as bytes; None where no bytes can carry them."""
    try:
        return _encoder.encode(_parts(facts))
    except (UnicodeEncodeError, OverflowError):  # names that are no text
        return None


def facts_of(content: bytes) -> Facts | None:
    """Return the facts in ``content``; raises ``ValueError``."""
    return _whole(content)


def _parts(facts: Facts | None) -> _Facts | None:
    return facts and _Facts(facts._replace(labels={}), tuple(facts.labels.items()))


def _whole(content: bytes | None) -> Facts | None:
    found = None if content is None else _facts.decode(content)
    return found and found.facts._replace(labels=dict(found.labels))


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
