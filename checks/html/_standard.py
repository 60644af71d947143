"""The HTML standard's tables, read from the text files beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HERE: Final = Path(__file__).parent
ANY: Final = "*"
VOID: Final = frozenset(
    """
    area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr
    """.split()
)


@cache
def allowed() -> Mapping[str, frozenset[str]]:
    """Return the attributes that each element of the standard may have, the global ones among them."""
    table = {name: frozenset(words) for name, words in _lines("standard")}
    common = table.pop(ANY)
    return {name: own | common for name, own in table.items()}


@cache
def replacements() -> Mapping[str, str]:
    """Return what to write instead of each obsolete element; empty where there is nothing."""
    return {name: " ".join(words) for name, words in _lines("obsolete") if not name.startswith("@")}


@cache
def attribute_replacements() -> Mapping[tuple[str, str], str]:
    """Return what to write instead of each obsolete attribute, by element and attribute."""
    return {
        (name.removeprefix("@"), attribute): replacement
        for name, words in _lines("obsolete")
        if name.startswith("@")
        for attribute, _, replacement in (word.partition("=") for word in words)
    }


@cache
def endings() -> Mapping[str, frozenset[str]]:
    """Return the elements whose end tag may be left out, and the start tags that end them."""
    return {name: frozenset(words) for name, words in _lines("endings")}


@cache
def group(name: str) -> frozenset[str]:
    """Return a group of elements by its name in ``content.txt``."""
    return frozenset(dict(_lines("content"))[name])


@cache
def only_children() -> Mapping[str, frozenset[str]]:
    """Return the elements that have few kinds of children, and which."""
    return {
        name.removesuffix(">").strip(): frozenset(words)
        for name, words in _lines("content")
        if name.endswith(">")
    }


@cache
def only_parents() -> Mapping[str, frozenset[str]]:
    """Return the elements that stand in few others, and in which."""
    return {
        name.removeprefix(">").strip(): frozenset(words)
        for name, words in _lines("content")
        if name.startswith(">")
    }


def _lines(name: str) -> Iterator[tuple[str, list[str]]]:
    for line in (_HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            head, _, words = line.partition(":")
            yield head.strip(), words.split()
