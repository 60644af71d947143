"""Testimonies as bytes: msgpack, read back with its types; what is anything else is a ``ValueError``.

A testimony is three pieces, because they are wanted at different times: what it depends on is compared
at each run, what was found is shown at each run, and facts are read where other pages ask.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from checks.dom.witness import Answer, Notes, Question
from checks.hearing.testimony import Testimony, Told
from checks.model import Outcome
from checks.subjects.facts import Facts
from checks.subjects.page import Medium
from pipeline.model import Argument, Location, Message

_Place = tuple[str, int, int]
_Told = tuple[int, Outcome, str, tuple[tuple[str, Argument], ...], _Place, str | None]


class _Grounds(msgspec.Struct, array_like=True, frozen=True):
    content: str
    notes: tuple[tuple[Question, Answer], ...]


class _Said(msgspec.Struct, array_like=True, frozen=True):
    medium: Medium | None
    outcomes: str
    findings: tuple[_Told, ...]


class Packed(NamedTuple):
    """The pieces: the ``grounds`` of what was found, what was ``said``, the ``facts`` for other pages."""

    grounds: bytes
    said: bytes
    facts: bytes


_encoder = msgspec.msgpack.Encoder()
_grounds = msgspec.msgpack.Decoder(_Grounds)
_said = msgspec.msgpack.Decoder(_Said)
_facts = msgspec.msgpack.Decoder(Facts | None)


def packed(testimony: Testimony) -> Packed | None:
    """Return ``testimony`` as bytes; None for one that may not be kept, or that no bytes can carry."""
    if testimony.content is None or testimony.notes is None:
        return None
    findings = tuple(_plain(*numbered) for numbered in testimony.findings)
    said = _Said(testimony.medium, testimony.outcomes, findings)
    grounds = _Grounds(testimony.content, tuple(testimony.notes.items()))
    try:
        return Packed(*map(_encoder.encode, (grounds, said, testimony.facts)))
    except (UnicodeEncodeError, OverflowError):  # names that are no text
        return None


def grounds(content: bytes) -> tuple[str, Notes]:
    """Return the digest of the page, and what else was asked; raises ``ValueError``."""
    found = _grounds.decode(content)
    return found.content, dict(found.notes)


def testimony(said: bytes, facts: bytes) -> Testimony:
    """Return what was found, and the facts; raises ``ValueError``."""
    found = _said.decode(said)
    findings = tuple(map(_numbered, found.findings))
    return Testimony(found.outcomes, findings, found.medium, _facts.decode(facts))


def _plain(number: int, told: Told) -> _Told:
    place = told.location.path, told.location.line, told.location.column
    return number, told.outcome, told.message.msgid, told.message.arguments, place, told.selector


def _numbered(plain: _Told) -> tuple[int, Told]:
    number, outcome, msgid, arguments, place, selector = plain
    return number, Told(outcome, Message(msgid, arguments), Location(*place), selector)
