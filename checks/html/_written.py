"""Pieces of a page that are not written as HTML is, as the parser's tokenizer meets them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.tree import once
from pipeline.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Page
    from pipeline.page import SyntaxFault

# The standard's names of the parse errors that have a rule of their own (HTML 13.2.2).
DUPLICATE_ATTRIBUTE: Final = frozenset({"duplicate-attribute"})
SELF_CLOSING: Final = frozenset({"non-void-html-element-start-tag-with-trailing-solidus"})
CHARACTER_REFERENCES: Final = frozenset(
    """
    absence-of-digits-in-numeric-character-reference character-reference-outside-unicode-range
    control-character-reference missing-semicolon-after-character-reference
    noncharacter-character-reference null-character-reference surrogate-character-reference
    unknown-named-character-reference
    """.split()
)
_NEAR: Final = 100  # characters beside a fault that are read
_NEWLINE: Final = re.compile(r"\r\n?")


class Piece(NamedTuple):
    """What is wrongly written: the ``text`` that the parse error ``code`` is about, and where it begins."""

    code: str
    text: str
    location: Location


def pieces(
    page: Page, codes: frozenset[str], pattern: re.Pattern[str], *, ahead: bool = False
) -> Iterator[Piece]:
    """Yield the parse errors with these ``codes``.

    Their text is what ``pattern`` finds just before them, or, where it looks ``ahead``, right behind.
    """
    return (_piece(page, fault, pattern, ahead=ahead) for fault in faults(page) if fault.code in codes)


@once
def faults(page: Page) -> tuple[SyntaxFault, ...]:
    """Return the parse errors that the tokenizer met on a page that is served as HTML."""
    return tuple(page.tree.syntax_faults()) if page.is_html else ()


def _piece(page: Page, fault: SyntaxFault, pattern: re.Pattern[str], *, ahead: bool) -> Piece:
    at = fault.location
    lines = _lines(page)
    line = lines[at.line - 1] if at.line <= len(lines) else ""
    first = at.column - 1 if ahead else max(0, at.column - 1 - _NEAR)
    found = pattern.search(line[first : first + _NEAR] if ahead else line[first : at.column])
    if found is None:
        return Piece(fault.code, "", at)
    return Piece(fault.code, found[0], Location(at.path, at.line, first + found.start() + 1))


@once
def _lines(page: Page) -> list[str]:
    return _NEWLINE.sub("\n", page.tree.text).split("\n")
