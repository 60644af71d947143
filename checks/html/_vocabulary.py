"""The elements and attributes of a page that the HTML standard does not know, or knows no more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.tree import Dom, Node, once
from checks.html._standard import ANY, allowed, attribute_replacements, replacements

if TYPE_CHECKING:
    from checks.subjects import Page

_OPEN: Final = (
    "data-",
    "aria-",
    "on",
    "xmlns:",
)  # whole families of attributes; ARIA's have rules of their own
_CSS: Final = "css"


class Word(NamedTuple):
    """An element, or its attribute ``attribute``; ``replacement`` is what to write instead, if anything."""

    element: Node
    attribute: str = ""
    replacement: str = ""

    @property
    def is_style(self) -> bool:
        """Return whether it says what a style sheet says today."""
        return self.replacement == _CSS


@dataclass(slots=True)
class Words:
    """What stands on a page beside the standard."""

    unknown_elements: list[Word] = field(default_factory=list)
    unknown_attributes: list[Word] = field(default_factory=list)
    obsolete_elements: list[Word] = field(default_factory=list)
    obsolete_attributes: list[Word] = field(default_factory=list)


def strange_words(page: Page) -> Words:
    """Return what ``page`` has beside the standard; a drawing has a standard of its own."""
    return _read(page.dom) if page.html is not None else Words()


@once
def _read(dom: Dom) -> Words:
    """Read elements and attributes in one go: most are known, and a comparison of sets says so."""
    found, known, old = Words(), allowed(), replacements()
    for node in dom.nodes:
        tag = node.tag
        own = known.get(tag)
        if own is None:
            if not node.is_html or "-" in tag:
                continue
            word = Word(node, replacement=old.get(tag, ""))
            (found.obsolete_elements if tag in old else found.unknown_elements).append(word)
        elif not own.issuperset(node.attributes) and node.is_html and ANY not in own:
            _read_attributes(node, own, found)
    return found


def _read_attributes(node: Node, own: frozenset[str], found: Words) -> None:
    if node.has("is"):
        return  # a customised element brings its own attributes
    old = attribute_replacements()
    for name in node.attributes:
        if name not in own and not name.startswith(_OPEN):
            key = node.tag, name
            word = Word(node, name, old.get(key, ""))
            (found.obsolete_attributes if key in old else found.unknown_attributes).append(word)
