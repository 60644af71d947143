"""What a content page may not hold: scripts, event handlers, addresses that run, whole documents.

An editor's page becomes part of ours; what it says is theirs, what runs on it is not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.errors import SourceError
from pipeline.model import msg
from pipeline.page import Namespace, Text

if TYPE_CHECKING:
    from pipeline.model import Location, Message
    from pipeline.page import Element, Tree

DEEPEST = 100
"""Levels of nesting that a page may have; people write five, made input thousands."""

REFUSED = frozenset(
    "applet base embed frame frameset link meta noembed noframes noscript object plaintext script style"
    " template title xmp".split()
)
"""Elements that run something, load something or belong to the page shell."""

WORDS = frozenset("abbr alt aria-description aria-label its-loc-note label placeholder summary title".split())
"""Attributes that hold words and never an address: an alternative text may well begin with "Data:"."""

SHELL = frozenset({"html", "head", "body"})
RUNS = re.compile(r"^(?:javascript|vbscript|livescript|data):", re.IGNORECASE)
HARMLESS_DATA = re.compile(r"^data:image/(?:png|jpeg|gif|webp|avif);", re.IGNORECASE)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
"""Controls and noncharacters: no text needs them, and marks in pages are made of them."""

_IGNORED_IN_SCHEME = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202f\ufeff]+")


def require_safe(tree: Tree) -> None:
    """Raise SourceError, with its line, for the first thing in ``tree`` that may not be published."""
    depths: dict[Element, int] = {}
    for element in tree.elements():
        depth = depths[element] = depths.get(element.parent, 0) + 1  # type: ignore[arg-type]  # a document has no depth
        if depth > DEEPEST:
            raise SourceError(
                msg("Elements are nested more than {most} deep. Simplify the markup.", most=DEEPEST),
                tree.locate(element),
            )
        if element.tag in REFUSED and not _is_title_of_picture(element):
            raise SourceError(
                msg("<{tag}> may not stand in a content page. Remove it.", tag=element.tag),
                tree.locate(element),
            )
        for name, value in element.attrs.items():
            if fault := _fault(element.tag, name, _joined(value)):
                raise SourceError(fault, tree.locate_attribute(element, name))


def require_clean(tree: Tree) -> None:
    """Raise SourceError for a forbidden character in ``tree``, where a reference such as ``&#1;`` hid it."""
    for element in tree.elements():
        words = (node.data for node in element.children if isinstance(node, Text))
        for text in (*words, *map(_joined, element.attrs.values())):
            if bad := FORBIDDEN.search(text):
                raise forbidden(bad[0], tree.locate(element))


def forbidden(character: str, location: Location) -> SourceError:
    """Return the error for a ``character`` that may not stand at ``location``."""
    code = f"{ord(character):04X}"
    return SourceError(msg("The character U+{code} may not stand in text. Remove it.", code=code), location)


def _fault(tag: str, name: str, value: str) -> Message | None:
    """Return what is wrong with an attribute, None for one that may be published."""
    if tag in SHELL:
        return msg("<{tag}> may not stand in a content page: it holds the main content only.", tag=tag)
    if name.startswith("on") or name == "srcdoc":
        return msg(
            "The attribute {name} runs a script and may not stand in a content page. Remove it.", name=name
        )
    values = value.split(";") if name == "values" else (value,)  # those that an SVG animation passes
    if name not in WORDS and any(_runs(name, part) for part in values):
        return msg("The address in {name} would run or embed code. Link to a page or a file.", name=name)
    return None


def _runs(name: str, value: str) -> bool:
    """Tell whether ``value`` is an address that runs or embeds something."""
    address = _IGNORED_IN_SCHEME.sub("", value)
    return bool(RUNS.match(address)) and not (name == "src" and HARMLESS_DATA.match(address))


def _is_title_of_picture(element: Element) -> bool:
    """Tell whether ``element`` names an SVG picture, which is what makes that accessible."""
    return element.tag == "title" and element.namespace is not Namespace.HTML


def _joined(value: str | list[str] | None) -> str:
    return " ".join(value) if isinstance(value, list) else value or ""
