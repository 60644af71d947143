"""The text that inherits its language from an element (ACT: text inheriting its programmatic language)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.accessibility._perceived import holders, perceived
from checks.dom.exposure import is_exposed
from checks.dom.frames import frame
from checks.dom.names import accessible_description, accessible_name
from checks.dom.tree import Dom, Node, in_order, once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Page

_NAMING: Final = frozenset(
    "alt aria-describedby aria-description aria-label aria-labelledby placeholder title value".split()
)


class Marked(NamedTuple):
    """An element with a language, and the text that inherits it."""

    element: Node
    language: str
    text: str


def marked_parts(page: Page) -> Iterator[Marked]:
    """Yield the elements in the body of a page, served as HTML, that say in which language their text is."""
    if page.is_html:
        for node, text in _texts(page.dom).items():
            if node.is_html and any(above.tag == "body" for above in node.with_ancestors) and text.strip():
                yield Marked(node, node.get("lang"), text)


def marked_page(page: Page) -> Marked | None:
    """Return the document element of a page, served as HTML, with its language, text and title."""
    root = page.dom.root
    if root is None or not page.is_html:
        return None
    title = next((node.text for node in page.dom.all("title") if node.is_html), "")
    return Marked(root, root.get("lang"), f"{title}\n{_texts(page.dom).get(root, '')}")


@once
def _texts(dom: Dom) -> dict[Node, str]:
    """Return the text of every element with a language, in document order of these."""
    found: dict[Node, list[str]] = {node: [] for node in dom.having("lang") if node.get("lang")}
    for holder, text in _inherited(dom, None):
        found[holder].append(text)
    return {node: "\n".join(texts) for node, texts in found.items()}


def _inherited(dom: Dom, around: Node | None) -> Iterator[tuple[Node, str]]:
    """Yield each text of ``dom`` with the element of the page that it has its language from."""
    for node in in_order({*holders(dom), *dom.having(*_NAMING), *dom.all("frame", "iframe")}):
        marked = _marked(node)
        holder = around if marked is None else None if dom.frame is not None else marked
        if holder is not None:
            yield from ((holder, run.data) for run in perceived(node))
            yield from ((holder, words) for words in _spoken(node))
            inner = frame(node)
            if inner is not None:
                yield from _inherited(inner, holder)


@once
def _marked(node: Node) -> Node | None:
    """Return the nearest element with a language: ``node`` itself, or one around it."""
    if node.get("lang"):
        return node
    return None if node.parent is None else _marked(node.parent)


def _spoken(node: Node) -> Iterator[str]:
    """Yield the name and the description of an element, where these are more than the text in it."""
    if not _NAMING.isdisjoint(node.attributes) and is_exposed(node):
        yield from filter(None, (accessible_name(node), accessible_description(node)))
