"""The nouns that every room shares: frozen, without input or output.

Words follow gettext, W3C ITS 2.0 and BCP 47; see the architecture notes in ``docs/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Argument = str | int | float


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for people, kept as its msgid until somebody reads it in their language.

    ``msgid`` is English with ``{name}`` fields; ``arguments`` fills them, in any language.
    """

    msgid: str
    arguments: tuple[tuple[str, Argument], ...] = ()

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.fill(self.msgid)

    def given(self, **arguments: Argument) -> Message:
        """Return the same sentence with these arguments, for one that is kept as data."""
        return Message(self.msgid, tuple(arguments.items()))

    def fill(self, template: str) -> str:
        """Return ``template`` (the msgid or a translation of it) with the arguments in place."""
        return template.format_map(dict(self.arguments))


def msg(msgid: str, /, **arguments: Argument) -> Message:
    """Return a message; ``msgid`` is a literal, so that Babel can extract it."""
    return Message(msgid, tuple(arguments.items()))


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: ``path`` as people name it, ``line`` and ``column`` from 1, in characters."""

    path: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        """Return ``path:line``, the form editors and terminals make clickable."""
        return f"{self.path}:{self.line}"


class State(StrEnum):
    """How far a unit's translation has come."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"

    @property
    def is_usable(self) -> bool:
        """Tell whether a visitor may see the translation; a fuzzy one never."""
        return self is State.TRANSLATED


class Policy(StrEnum):
    """What a language does with units that have no translation yet."""

    BLOCK = "block"
    FALLBACK = "fallback"
    OMIT = "omit"


@dataclass(frozen=True, slots=True)
class Trace:
    """From a place in an edition back to what a person can edit.

    ``unit`` names the unit ("kontakt.3"); ``catalog`` is its line in a PO file, None in the
    source language; ``source`` the line in the Swedish source.
    """

    unit: str
    catalog: Location | None
    source: Location | None
