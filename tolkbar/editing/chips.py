"""What people call a placeholder, and what it stands for: ``[link 1]``, around the words "oss"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from pipeline.model import msg
from pipeline.placeholder import Kind, tokens
from tolkbar.editing.wording import tags

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pipeline.model import Message
    from pipeline.po import Entry

    Say = Callable[[Message], str]

_NAMES: Final = {
    "a": msg("link"),
    "x": msg("value"),
    "br": msg("line break"),
    "img": msg("image"),
    "abbr": msg("abbreviation"),
    "span": msg("passage"),
    "button": msg("button"),
    "strong": msg("strong emphasis"),
    "em": msg("emphasis"),
    "b": msg("bold"),
    "i": msg("italics"),
    "q": msg("quotation"),
    "code": msg("code"),
}
"""What elements are to a translator; others are called by the name that they have in HTML."""

_SIGNS: Final = ("[{}]", "⟦{}⟧", "⟪{}⟫")
"""Around the name of a chip in a text: the first that the unit's own words cannot be mistaken for."""

_VALUE: Final = re.compile(r"([a-z-]+[0-9]+): (.*)")


class Tag(Struct, frozen=True):
    """The opening, closing or only half of a chip: as the catalog has it, and as a person sees it."""

    tag: str
    token: str


class Chip(Struct, frozen=True):
    """A placeholder of a unit: ``label`` names it, ``about`` says what it stands for."""

    label: str
    about: str
    tags: tuple[Tag, ...]


def chips(entry: Entry, say: Say) -> tuple[Chip, ...]:
    """Return the placeholders of ``entry`` in order; no token of theirs stands in its texts already."""
    halves: dict[str, list[str]] = {}
    for tag in tags(entry.msgid):
        halves.setdefault(tag.strip("</>"), []).append(tag)
    labels = {name: _label(name, say) for name in halves}
    written = _tokens(halves, labels, (entry.msgid, entry.plural or "", *entry.strings))
    about = {**_around(entry.msgid), **values(entry)}
    return tuple(
        Chip(labels[name], about.get(name, ""), tuple(Tag(tag, written[tag]) for tag in found))
        for name, found in halves.items()
    )


def _label(name: str, say: Say) -> str:
    element = name.rstrip("0123456789")
    word = say(_NAMES[element]) if element in _NAMES else element
    return f"{word} {name[len(element) :]}".strip()


def _tokens(
    halves: Mapping[str, Iterable[str]], labels: Mapping[str, str], texts: Iterable[str]
) -> dict[str, str]:
    """Return the token of each tag; the tags themselves where all others could be taken for the texts."""
    whole = "\n".join(texts)
    for signs in _SIGNS if len(set(labels.values())) == len(labels) else ():
        found = {
            tag: signs.format(f"/{labels[name]}" if tag.startswith("</") else labels[name])
            for name, both in halves.items()
            for tag in both
        }
        if not any(token in whole for token in found.values()):
            return found
    return {tag: tag for both in halves.values() for tag in both}


def _around(msgid: str) -> dict[str, str]:
    """Return the words that each placeholder stands around for the first time."""
    words: dict[str, str] = {}
    around: list[str] = []
    for token in tokens(msgid):
        if isinstance(token, str):
            for name in around:
                words[name] += token
        elif token.kind is Kind.OPEN and token.name not in words:
            words[token.name] = ""
            around.append(token.name)
        elif token.kind is Kind.CLOSE and token.name in around:
            around.remove(token.name)
    return words


def values(entry: Entry) -> dict[str, str]:
    """Return what visitors see in place of values, as the notes of ``entry`` tell: ``x1: Tolkbar``."""
    names = {tag.strip("</>") for tag in tags(entry.msgid)}
    found = (_VALUE.fullmatch(note) for note in entry.extracted)
    return {note[1]: note[2] for note in found if note and note[1] in names}


def named(message: Message, known: Iterable[Chip]) -> Message:
    """Return ``message`` with chips called as the person sees them: no ``<a1>``, but ``[link 1]``."""
    shown = {tag.tag: tag.token for chip in known for tag in chip.tags}
    arguments = ((name, shown.get(str(value), value)) for name, value in message.arguments)
    return type(message)(message.msgid, tuple(arguments))
