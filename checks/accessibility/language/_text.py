"""The text that inherits its language from an element (ACT: text inheriting its programmatic language)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.accessibility._perceived import holders, perceived
from checks.dom.exposure import is_exposed
from checks.dom.frames import frame
from checks.dom.names import accessible_description, accessible_name
from checks.dom.tree import Dom, Node, in_order, nearest, once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Page

_FRAMES: Final = ("frame", "iframe")
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
    _gather(dom, None, found)
    return {node: "\n".join(texts) for node, texts in found.items()}


def _gather(dom: Dom, around: Node | None, found: dict[Node, list[str]]) -> None:
    """Put each text of ``dom`` to the element of the page that it has its language from."""
    speaking = frozenset(dom.having(*_NAMING))
    for node in in_order({*holders(dom), *speaking, *dom.all(*_FRAMES)}):
        marked = _marked(dom)[node.order]
        holder = around if marked is None else None if dom.frame is not None else marked
        if holder is None:
            continue
        found[holder] += [run.data for run in perceived(node)]
        if node in speaking and is_exposed(node):
            found[holder] += filter(None, (accessible_name(node), accessible_description(node)))
        inner = frame(node) if node.tag in _FRAMES else None
        if inner is not None:
            _gather(inner, holder, found)


@once
def _marked(dom: Dom) -> list[Node | None]:
    """Return by its number what an element has its language from: itself, or an element around it."""
    return nearest(dom, (node for node in dom.having("lang") if node.get("lang")))
