"""The text of a page as readers meet it: run by run, and the attributes that are read out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.rendering import is_rendered
from checks.dom.tree import Dom, Node, Run, once

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
    """Read all text in one walk: each element takes over from its parent what stands around its text."""
    around: dict[Node | None, Around | None] = {}
    found: list[Piece] = []
    for node in dom.nodes:
        above = around.get(node.parent)
        if node.tag in _UNREAD or (above is None and node.parent is not None):
            around[node] = None
            continue
        here = around[node] = _below(node, above)
        for child in node.children:
            if isinstance(child, Run) and not child.data.isspace():
                found.append(Piece(node, child.data))
                here.texts.append(child.data)
    all_around = {id(one): one for one in around.values() if one is not None and one.texts}
    return tuple(found), tuple(all_around.values())


def _below(node: Node, above: Around | None) -> Around:
    """Return what stands around the text in ``node``: mostly the same as around its parent's."""
    if above is None:
        return Around(node, node, is_kept=False, texts=[])
    attributes = node.attributes
    is_block = node.tag in _BLOCKS
    if not is_block and "lang" not in attributes and "translate" not in attributes:
        return above
    translate = attributes.get("translate", "").strip().lower()
    return Around(
        node if is_block else above.block,
        node if attributes.get("lang") else above.holder,
        is_kept=translate == "no" or (above.is_kept and translate != "yes"),
        texts=[],
    )
