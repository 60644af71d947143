"""What a host language calls an element (HTML-AAM 1.0, 4.1; SVG-AAM 1.0, 8.1): accname's 2E and 2I."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.names.labels import is_labelable, labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checks.dom.tree import Node

IMAGE_BUTTON: Final = "Submit Query"  # what browsers call an image button that has no name
_BUTTONS: Final = {"button": "", "reset": "Reset", "submit": "Submit"}  # and what they call the others
_CAPTIONS: Final = {"fieldset": "legend", "figure": "figcaption", "table": "caption"}
_WITH_PLACEHOLDER: Final = frozenset({"", "email", "number", "password", "search", "tel", "text", "url"})
_FROM_CONTENT: Final = frozenset({"summary"})  # named by its content, though no role of ARIA's says so


def input_type(node: Node) -> str | None:
    """Return the type of an ``input`` as it is written, in lower case; None for other elements."""
    return node.get("type").strip().lower() if node.is_html and node.tag == "input" else None


def names_from_content(node: Node) -> bool:
    """Return whether HTML-AAM names it by its content, where no role says so."""
    return node.is_html and node.tag in _FROM_CONTENT


def native_names(node: Node) -> Iterator[str | Sequence[Node]]:
    """Yield what may be its name, the best first: words of an attribute, or elements whose text it is."""
    if not node.is_html:
        yield from _of_drawing(node)
        return
    if is_labelable(node):
        yield labels(node)
    if node.tag in _CAPTIONS:
        yield _first(node, _CAPTIONS[node.tag])
    elif node.tag in {"img", "area"}:
        yield node.get("alt")
    elif node.tag in {"option", "optgroup"}:
        yield node.get("label")
    elif node.tag == "html":
        yield [title for title in node.dom.all("title") if title.is_html][:1]
    elif node.tag == "input":
        yield from _of_button(node)


def tooltips(node: Node) -> Iterator[str]:
    """Yield the words that are its name if nothing else is: its title, or what is shown in its stead."""
    if not node.is_html:
        return
    yield node.get("title")
    kind = input_type(node)
    if kind == "image":
        yield IMAGE_BUTTON
    elif node.tag == "textarea" or kind in _WITH_PLACEHOLDER:
        yield node.get("placeholder")


def native_descriptions(node: Node) -> Iterator[str | Sequence[Node]]:
    """Yield what may be its description, the best first."""
    if not node.is_html:
        yield _first(node, "desc")
        yield _first(node, "title")
    elif node.tag == "table":
        yield _first(node, "caption")


def _of_drawing(node: Node) -> Iterator[str | Sequence[Node]]:
    yield _first(node, "title")
    if node.tag == "a":
        yield node.get("xlink:title")


def _of_button(node: Node) -> Iterator[str]:
    kind = input_type(node)
    if kind == "image":
        yield node.get("alt")
    elif kind in _BUTTONS:
        yield node.get("value")
        if not node.has("value"):
            yield _BUTTONS[kind]


def _first(node: Node, tag: str) -> list[Node]:
    """Return its first child with this tag, alone in a list; an empty one where there is none."""
    return [child for child in node.elements if child.tag == tag][:1]
