"""Declarations: from the tokens of a block to longhands with values as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tinycss2 import parse_blocks_contents

from checks.dom.styles.media import nesting
from checks.dom.styles.numerals import readable
from checks.dom.styles.properties import ALIASES, PROPERTIES, WIDE, is_valid
from checks.dom.styles.shorthands import LONGHANDS, expand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tinycss2.ast import Declaration as Parsed
    from tinycss2.ast import Node as Token

BLOCK: Final = 100_000  # characters of a style attribute
LONGEST: Final = 10_000  # characters of a value
DEEPEST: Final = 40  # brackets in brackets
ADDRESS: Final = 100  # characters of an address that are kept; pictures are often written into it
_HACKS: Final = re.compile(r"[*_$]|-(?:moz|ms|o|khtml)-")
_SUBSTITUTED: Final = re.compile(r"(?:^|[\s,(/*+-])(?:var|env|attr)\(", re.IGNORECASE)
_CASED: Final = frozenset({"content", "font-family", "quotes"})
_UNRESET: Final = frozenset({"direction", "unicode-bidi"})  # CSS Cascade 5, 3.2


class Pending(NamedTuple):
    """The value of a longhand that is known when the ``var()`` in its ``shorthand``'s value are."""

    shorthand: str
    value: str


Value = str | Pending


class Declaration(NamedTuple):
    """What is said of one property, and whether ``!important``."""

    name: str
    value: Value
    important: bool = False


def read_block(text: str) -> tuple[Declaration, ...]:
    """Return the declarations of a ``style`` attribute; of text that no one writes, none."""
    if len(text) > BLOCK or nesting(text) > DEEPEST:
        return ()
    nodes = parse_blocks_contents(readable(text), skip_comments=True, skip_whitespace=True)
    return tuple(declarations(nodes))


def declarations(nodes: Iterable[Token]) -> Iterator[Declaration]:
    """Yield the longhands that the declarations among ``nodes`` set, valid ones only."""
    for node in nodes:
        if node.type == "declaration":
            yield from _declarations(node)


def winners(block: Iterable[Declaration]) -> Mapping[str, Declaration]:
    """Return the declaration of each property that counts in a block: the last one, important ones first."""
    result: dict[str, Declaration] = {}
    for declaration in block:
        before = result.get(declaration.name)
        if before is None or declaration.important or not before.important:
            result[declaration.name] = declaration
    return result


def _declarations(node: Parsed) -> Iterator[Declaration]:
    if node.name.startswith("--"):
        value = write(node.value, cased=True).strip()
        if len(value) <= LONGEST:
            yield Declaration(node.name, value, node.important)
        return
    name = ALIASES.get(node.lower_name, node.lower_name)
    if _HACKS.match(name):
        return
    value = write(node.value, cased=name in _CASED).strip()
    if not value or len(value) > LONGEST:
        return
    for longhand, part in longhands(name, value):
        yield Declaration(longhand, part, node.important)


def longhands(name: str, value: str) -> Iterable[tuple[str, Value]]:
    """Return what a declaration says of each longhand; nothing where browsers do not understand it."""
    if name == "all":
        return [(one, value) for one in PROPERTIES if one not in _UNRESET] if value in WIDE else []
    if _SUBSTITUTED.search(value):
        return (
            [(one, Pending(name, value)) for one in LONGHANDS[name]] if name in LONGHANDS else [(name, value)]
        )
    if name in LONGHANDS:
        return (expand(name, value) or {}).items()
    return [(name, value)] if is_valid(name, value) else []


def has_substitution(value: str) -> bool:
    """Return whether ``value`` must be completed before it can be understood."""
    return _SUBSTITUTED.search(value) is not None


def write(tokens: Iterable[Token], *, cased: bool) -> str:
    """Return ``tokens`` as text: comments gone, space single, words in lower case unless ``cased``.

    The depth of brackets has been bounded by who parsed.
    """
    return "".join([_write(token, cased=cased) for token in tokens])


def _write(token: Token, *, cased: bool) -> str:  # noqa: PLR0911 - one line for each kind of token
    kind = token.type
    if kind == "whitespace":
        return " "
    if kind == "comment":
        return ""
    if kind == "url":
        return f"url({token.value[:ADDRESS]})"
    if kind == "function":
        inside = write(token.arguments, cased=cased)
        return (
            f"url({inside[:ADDRESS]})"
            if token.lower_name == "url"
            else f"{token.lower_name}({inside.strip()})"
        )
    if kind == "() block":
        return f"({write(token.content, cased=cased).strip()})"
    if kind == "string":
        return str(token.representation)
    text = str(token.serialize())
    return (
        text if cased or kind not in ("ident", "dimension", "hash", "number", "percentage") else _lower(text)
    )


def _lower(text: str) -> str:
    return text if text.startswith("--") else text.lower()
