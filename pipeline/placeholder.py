"""The grammar of placeholders: what stands for inline markup in a msgid and a msgstr.

::

    Läs <a1>policyn</a1> före<br2/>ansökan, <strong>senast</strong> i maj.

A numbered placeholder (``a1``, ``br2``) stands for an element with attributes, a value or anything
opaque; a bare one (``strong``) for an element that means something by itself.  A ``<`` that does not
open a placeholder is a character like any other.  A translation carries the placeholders of its
msgid, each once, well nested and inside the same parents: it changes words, never markup.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TAG = re.compile(r"<(?P<close>/)?(?P<name>[a-z][a-z-]*\d*)(?(close)|(?P<empty>/)?)>")
_TAGS = re.compile(r"(</?[a-z][a-z-]*\d*/?>)")
_TAG_LIKE = re.compile(
    r"<(?![^<>\s]{0,200}(?:@|://)[^<>\s]{0,200}>)[/!?]?[A-Za-z][^<>]*>"
)  # <stad@stad.example> is none


class Kind(Enum):
    """The three forms of a placeholder."""

    OPEN = "<{}>"
    CLOSE = "</{}>"
    EMPTY = "<{}/>"


class Placeholder(Struct, frozen=True):
    """One placeholder tag: ``a1`` opened, closed or empty."""

    kind: Kind
    name: str

    def __str__(self) -> str:
        """Return it as it is written in a catalog."""
        return self.kind.value.format(self.name)


Token = str | Placeholder


def split(text: str) -> list[str]:
    """Return ``text`` in parts: what is no tag of a placeholder, and each that looks like one."""
    return [part for part in _TAGS.split(text) if part] if "<" in text else [text]


def tokens(text: str) -> Iterator[Token]:
    """Split ``text`` into its placeholders and the characters between them."""
    end = 0
    for tag in _TAG.finditer(text):
        if tag.start() > end:
            yield text[end : tag.start()]
        yield _placeholder(tag)
        end = tag.end()
    if end < len(text):
        yield text[end:]


def markup_like(text: str) -> list[str]:
    """Return the parts of plain text that a person, or this grammar, would read as tags."""
    return _TAG_LIKE.findall(text)


def nests(text: str) -> bool:
    """Tell whether every placeholder in ``text`` is closed, and inside the one around it."""
    return _parents(tokens(text)) is not None


def problems(msgid: str, msgstr: str) -> list[Message]:
    """Return what keeps ``msgstr`` from being used for ``msgid``: an empty list where nothing does."""
    if _has_the_same_tags(msgid, msgstr):
        return []
    wanted, found = list(tokens(msgid)), list(tokens(msgstr))
    return [*_foreign_markup(wanted, found), *_miscounted(wanted, found)] or _misnested(wanted, found)


def _has_the_same_tags(msgid: str, msgstr: str) -> bool:
    """Tell whether ``msgstr`` has the tags of ``msgid`` in their order and no other ``<``: most are so."""
    if "<" not in msgid and "<" not in msgstr:
        return True
    tags = [tag[0] for tag in _TAG.finditer(msgstr)]
    return msgstr.count("<") == len(tags) and tags == [tag[0] for tag in _TAG.finditer(msgid)]


def _placeholder(tag: re.Match[str]) -> Placeholder:
    if tag["close"]:
        return Placeholder(Kind.CLOSE, tag["name"])
    return Placeholder(Kind.EMPTY if tag["empty"] else Kind.OPEN, tag["name"])


def _foreign_markup(wanted: Iterable[Token], found: Iterable[Token]) -> Iterator[Message]:
    """Report what looks like a tag and is no placeholder: it would be shown to visitors as text."""
    known = {tag for token in wanted if isinstance(token, str) for tag in markup_like(token)}
    for token in found:
        for tag in markup_like(token) if isinstance(token, str) else ():
            if tag not in known:
                yield msg(
                    "{tag} is no placeholder of this text. Remove it; markup lives in the source.", tag=tag
                )


def _miscounted(wanted: Iterable[Token], found: Iterable[Token]) -> Iterator[Message]:
    expected = Counter(token for token in wanted if isinstance(token, Placeholder))
    actual = Counter(token for token in found if isinstance(token, Placeholder))
    for token in expected | actual:
        if not expected[token]:
            yield msg(
                "{tag} is no placeholder of this text. Remove it; markup lives in the source.", tag=str(token)
            )
        elif actual[token] < expected[token]:
            yield msg(
                "The placeholder {tag} is missing. Put it around the words it belongs to.", tag=str(token)
            )
        elif actual[token] > expected[token]:
            yield msg("The placeholder {tag} stands there more than once. Keep one.", tag=str(token))


def _misnested(wanted: Iterable[Token], found: Iterable[Token]) -> list[Message]:
    actual = _parents(found)
    if actual is None:
        return [msg("The placeholders overlap. Close each one before the one around it.")]
    expected = _parents(wanted)
    if expected is None or actual == expected:
        return []
    moved = next(iter(actual - expected))[0]
    return [
        msg(
            "The placeholder {tag} stands inside another one than in the source. Move it back.",
            tag=f"<{moved}>",
        )
    ]


def _parents(parts: Iterable[Token]) -> Counter[tuple[str, str]] | None:
    """Return (placeholder, placeholder around it) pairs, or None where tags do not nest."""
    pairs: Counter[tuple[str, str]] = Counter()
    open_names: list[str] = [""]
    for token in parts:
        if isinstance(token, str):
            continue
        if token.kind is Kind.CLOSE:
            if open_names.pop() != token.name:
                return None
        else:
            pairs[token.name, open_names[-1]] += 1
            if token.kind is Kind.OPEN:
                open_names.append(token.name)
    return pairs if open_names == [""] else None
