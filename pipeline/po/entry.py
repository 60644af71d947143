"""What a PO file holds: entries, and the catalog that they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from msgspec import Struct
from msgspec.structs import astuple, replace

from pipeline.model import State

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

FUZZY = "fuzzy"

# What makes two entries the same message: msgctxt and msgid; no context is not the empty context.
Key = tuple[str | None, str]


class Fields(TypedDict, total=False):
    """What ``Entry.change`` can change."""

    msgid: str
    msgstr: str
    msgctxt: str | None
    plural: str | None
    plural_strings: tuple[str, ...]
    comments: tuple[str, ...]
    extracted: tuple[str, ...]
    references: tuple[str, ...]
    flags: tuple[str, ...]
    previous_msgid: str | None
    previous_msgctxt: str | None
    previous_plural: str | None
    obsolete: bool


class Entry(Struct, frozen=True, eq=False):
    """One message with its translation and all that is said about it.

    Equal entries say the same, wherever they stand and however their lines are wrapped.
    """

    msgid: str
    msgstr: str = ""
    msgctxt: str | None = None
    plural: str | None = None
    """``msgid_plural``; where there is one, ``plural_strings`` translate it and ``msgstr`` is unused."""
    plural_strings: tuple[str, ...] = ()
    """``msgstr[0]``, ``msgstr[1]`` …"""
    comments: tuple[str, ...] = ()
    """The translator's lines: ``# text``."""
    extracted: tuple[str, ...] = ()
    """Lines for the translator: ``#. text``."""
    references: tuple[str, ...] = ()
    """Where the message stands in the source: ``#: file``."""
    flags: tuple[str, ...] = ()
    """``#, fuzzy, no-wrap``, in order."""
    previous_msgid: str | None = None
    """The msgid that a fuzzy translation was made for: ``#| msgid``."""
    previous_msgctxt: str | None = None
    previous_plural: str | None = None
    obsolete: bool = False
    """Gone from the source: ``#~``."""
    line: int = 0
    """The line of ``msgid`` in its file, from 1; 0 when the entry has not been read from one."""
    raw: str | None = None
    """The entry as it stands in its file, with the blank lines before it; None once changed."""

    def __eq__(self, other: object) -> bool:
        """Compare all but ``line`` and ``raw``."""
        return isinstance(other, Entry) and astuple(self)[:-2] == astuple(other)[:-2]

    def __hash__(self) -> int:
        """Return the same for what is equal."""
        return hash(astuple(self)[:-2])

    @property
    def key(self) -> Key:
        """Return what identifies the message."""
        return self.msgctxt, self.msgid

    @property
    def fuzzy(self) -> bool:
        """Tell whether a person must look at the translation before it is used."""
        return FUZZY in self.flags

    @property
    def strings(self) -> tuple[str, ...]:
        """Return the translation: one string, or one for each plural form."""
        return (self.msgstr,) if self.plural is None else self.plural_strings

    @property
    def state(self) -> State:
        """Return how far the translation has come; one with a plural form missing is untranslated."""
        strings = self.plural_strings
        if not (self.msgstr if self.plural is None else strings and all(strings)):
            return State.UNTRANSLATED
        return State.FUZZY if self.fuzzy else State.TRANSLATED

    def change(self, **fields: Unpack[Fields]) -> Entry:
        """Return the entry with ``fields`` changed, to be written anew instead of repeated."""
        return replace(self, raw=None, **fields)


@dataclass(frozen=True, slots=True)
class Catalog:
    """One PO or POT file: ``path`` is its name for people.

    The header, which is an entry with the empty msgid, stands in ``header_entry`` and not among
    ``entries``; ``header`` is its fields in order.
    """

    path: str
    header: Mapping[str, str]
    header_entry: Entry
    entries: tuple[Entry, ...] = ()
    tail: str = ""
    """What follows the last entry: blank lines, comments."""
    newline: str = "\n"
    """The line end for entries that are written anew."""

    @property
    def active(self) -> tuple[Entry, ...]:
        """Return the entries that the source has."""
        return tuple(entry for entry in self.entries if not entry.obsolete)

    @property
    def obsolete(self) -> tuple[Entry, ...]:
        """Return the entries that the source had once."""
        return tuple(entry for entry in self.entries if entry.obsolete)


def header_fields(msgstr: str) -> dict[str, str]:
    """Return the fields of a header's ``msgstr``, ``Name: value`` a line; what is no field is left out."""
    lines = (line.partition(":") for line in msgstr.split("\n"))
    return {name.strip(): value.strip() for name, colon, value in lines if colon}
