"""The statements of an example → the changes that they ask for."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from checks.specimens.laying import Object
from checks.specimens.syntax import entries
from checks.specimens.xmp import packet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.specimens.laying import Objects

_TAGS: Final = ["Document", '  H1 "Bygglov"', '  P "Sök bygglov innan du bygger."']
_HEADER: Final = "%PDF-1.7"


@dataclass(frozen=True, slots=True)
class Change:
    """What is stated of the object ``name``: ``entries`` to set, a stream's ``data``, another ``value``."""

    name: str
    entries: dict[str, str]
    data: bytes | None = None
    value: str = ""
    is_new: bool = False

    def apply(self, objects: Objects) -> None:
        """Carry it out; raises ``ValueError`` for an object that is not there."""
        if self.is_new:
            objects[self.name] = Object()
        if self.name not in objects:
            raise ValueError(f"there is no object {self.name}")
        changed = objects[self.name]
        changed.entries |= self.entries
        changed.value = self.value
        changed.data = changed.data if self.data is None else self.data


@dataclass(slots=True)
class Changes:
    """Everything that an example states."""

    header: str = _HEADER
    tags: list[str] = field(default_factory=lambda: _TAGS)
    annotations: list[dict[str, str]] = field(default_factory=list)
    objects: list[Change] = field(default_factory=list)
    permissions: int | None = None
    password: str = ""


def stated(text: str) -> Changes:
    """Return the changes that ``text`` states."""
    changes = Changes()
    for statement, below in _statements(text):
        word, _, rest = statement.partition(" ")
        match word:
            case "header":
                changes.header = rest
            case "tags":
                changes.tags = below
            case "encrypt":
                permissions, _, changes.password = rest.partition(" ")
                changes.permissions = int(permissions)
            case "annotation":
                changes.annotations.append(entries(rest))
            case "field":
                changes.annotations.append({"/Subtype": "/Widget"} | entries(rest))
            case "object":
                changes.objects.append(_new(rest, below))
            case _:
                changes.objects.append(Change(word, entries(rest), _data(word, below)))
    return changes


def _statements(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each statement with the lines that are indented below it."""
    lines = [line for line in text.splitlines() if line.strip()]
    starts = [number for number, line in enumerate(lines) if not line.startswith(" ")]
    if lines and starts[:1] != [0]:
        raise ValueError(f"this belongs to no statement: {lines[0]}")
    for start, end in pairwise([*starts, len(lines)]):
        yield lines[start], [line.removeprefix("  ") for line in lines[start + 1 : end]]


def _new(rest: str, below: list[str]) -> Change:
    name, _, value = rest.partition(" ")
    inside = value.strip()
    if inside.startswith("<<"):
        return Change(name, entries(inside[2:-2]), _data(name, below), is_new=True)
    return Change(name, {}, value=inside, is_new=True)


def _data(name: str, below: list[str]) -> bytes | None:
    """Return the data of a stream."""
    if not below:
        return None
    text = "\n".join(below)
    return packet(text) if name == "metadata" else text.encode("cp1252")
