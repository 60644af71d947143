"""The text of a page as readers meet it: run by run, and the attributes that are read out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.rendering import is_rendered
from checks.dom.tree import Dom, Node, nearest, once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Page

_UNREAD: Final = frozenset(  # what is no text, and what is quoted letter by letter
    "head script style noscript template svg math object iframe code kbd pre samp var textarea".split()
)
_BLOCKS: Final = frozenset(
    """
    address blockquote body caption dd div dt figcaption h1 h2 h3 h4 h5 h6 html legend li main p section
    summary td th
    """.split()
)
_CHANGING: Final = frozenset({"lang", "translate"})
_SPOKEN: Final = ("alt", "title", "aria-label", "aria-description", "placeholder", "label", "summary")


class Piece(NamedTuple):
    """A run of text in ``element``, or the text of its ``attribute``."""

    element: Node
    text: str
    attribute: str | None = None


@dataclass(slots=True)
class Around:
    """What stands around a run of text: its block, and ``holder``, the element with its ``lang``.

    ``is_kept`` says that it must not be translated: a name, a product.  ``texts`` are the runs.
    """

    block: Node
    holder: Node
    is_kept: bool
    texts: list[str]


@once
def pieces(page: Page) -> tuple[Piece, ...]:
    """Return the text of ``page``, its title and description, other than code."""
    return tuple(_pieces(page)) if page.html is not None else ()


@once
def whole_text(page: Page) -> str:
    """Return the text of all :func:`pieces`, each on lines of its own: for a first look at all of it."""
    return "\n".join([piece.text for piece in pieces(page)])


@once
def blocks(dom: Dom) -> tuple[Around, ...]:
    """Return the text of every block in each language."""
    return _read(dom)[1]


def is_seen(piece: Piece) -> bool:
    """Return whether anybody meets the text: the title and the description count as well."""
    return piece.element.tag in {"title", "meta"} or is_rendered(piece.element)


def _pieces(page: Page) -> Iterator[Piece]:
    for node in page.dom.all("title", "meta"):
        if node.tag == "title":
            yield Piece(node, node.text)
        elif node.get("name").lower() == "description":
            yield Piece(node, node.get("content"), "content")
    yield from _read(page.dom)[0]
    for node in page.dom.having(*_SPOKEN):
        yield from (Piece(node, node.get(name), name) for name in _SPOKEN if node.has(name))


@once
def _read(dom: Dom) -> tuple[tuple[Piece, ...], tuple[Around, ...]]:
    """Read all text in one walk; text with the same around it comes together."""
    unread, around = nearest(dom, dom.all(*_UNREAD)), _around(dom)
    found = [node for node in dom.nodes if node.texts and unread[node.order] is None]
    for node in found:
        around[node.order].texts.extend([run.data for run in node.texts])
    pieces = tuple(Piece(node, run.data) for node in found for run in node.texts)
    return pieces, tuple({id(one): one for one in around if one.texts}.values())


def _around(dom: Dom) -> list[Around]:
    """Return by its number what stands around an element's text: mostly the same as around its parent's."""
    around: list[Around] = []
    for node in dom.nodes:
        above = around[node.parent.order] if node.parent is not None else None
        if above is not None and node.tag not in _BLOCKS and _CHANGING.isdisjoint(node.attributes):
            around.append(above)
        else:
            around.append(_below(node, above))
    return around


def _below(node: Node, above: Around | None) -> Around:
    if above is None:
        return Around(node, node, is_kept=False, texts=[])
    block = node if node.tag in _BLOCKS else above.block
    if _CHANGING.isdisjoint(node.attributes):
        return Around(block, above.holder, above.is_kept, [])
    translate = node.get("translate").strip().lower()
    is_kept = translate == "no" or (above.is_kept and translate != "yes")
    return Around(block, node if node.get("lang") else above.holder, is_kept, [])
