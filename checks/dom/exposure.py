"""What assistive technology meets: the accessibility tree of a page (Core-AAM, HTML-AAM; ACT's glossary)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.aria import ROLES
from checks.dom.focus import drawn_as, is_inert
from checks.dom.rendering import is_rendered
from checks.dom.roles import having_role, role
from checks.dom.styles import style
from checks.dom.tree import DEPTH, Dom, Node, Run, nearest, once

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from checks.dom.styles import Style

_LONGEST: Final = 4 * DEPTH  # claims upon claims upon claims: deeper than this, nobody meant them
_WITH_PRESENTATIONAL_CHILDREN: Final = tuple(
    name for name, known in ROLES.items() if known.presentational_children
)
_SKIPPED: Final = frozenset({None, "generic", "none"})


@once
def is_programmatically_hidden(node: Node) -> bool:
    """Return whether it is hidden from everybody's tools (ACT: programmatically hidden)."""
    found = style(node)
    if node.tag == "area":  # an image map's areas have no boxes
        is_shown = found["visibility"] == "visible" and (
            found.parent is None or not _is_removed(found.parent)
        )
    else:
        is_shown = _is_shown(found)
    return not is_shown or node in _silenced(node.dom)


@once
def _is_shown(found: Style) -> bool:
    """Return whether a style hides nothing from everybody."""
    return found["visibility"] == "visible" and not _is_removed(found)


@once
def is_exposed(node: Node) -> bool:
    """Return whether it is included in the accessibility tree."""
    if role(node) == "none" or _is_presentational_child(node):
        return False
    if is_programmatically_hidden(node) or is_inert(node):
        return False
    drawn = drawn_as(node)
    return drawn is not None and is_rendered(drawn)


def exposed(dom: Dom, *roles: str) -> Iterator[Node]:
    """Yield the exposed elements with one of these semantic roles, in document order."""
    known: dict[tuple[str, ...], list[Node]] = dom.memory.setdefault(exposed, {})
    if roles not in known:
        known[roles] = [node for node in having_role(dom, *roles) if is_exposed(node)]
    return iter(known[roles])


def owner(node: Node) -> Node | None:
    """Return its parent in the accessibility tree; None for the page's first elements.

    What says nothing itself, generic elements and those without a role, is passed over.
    """
    claimed = _claimed(node.dom)
    return next((above for above in _chain(node, claimed) if _is_noted(above)), None)


def owned(node: Node) -> list[Node]:
    """Return its children in the accessibility tree: its own first, then those of ``aria-owns``.

    Generic elements give way to what is in them; one with nothing but text in it stands for its text.
    """
    found: list[Node] = []
    waiting = _below(node)
    while waiting:
        child = waiting.pop()
        if _is_noted(child):
            found.append(child)
        elif below := _below(child):
            waiting.extend(below)
        elif _is_text(child):
            found.append(child)
    return found


def arranged_children(node: Node) -> list[Node | Run]:
    """Return its children in the flat tree, as ``aria-owns`` arranges them: its own first."""
    claimed = _claimed(node.dom)
    if not claimed:
        return node.children
    own = [child for child in node.children if isinstance(child, Run) or child not in claimed]
    claims = dict.fromkeys(node.refer("aria-owns"))
    return [*own, *(child for child in claims if claimed.get(child) is node)]


def _below(node: Node) -> list[Node]:
    """Return the elements below, the last first."""
    return [child for child in reversed(arranged_children(node)) if isinstance(child, Node)]


def _is_text(node: Node) -> bool:
    return role(node) == "generic" and node.text.strip() != "" and is_exposed(node)


def _is_noted(node: Node) -> bool:
    return role(node) not in _SKIPPED and is_exposed(node)


@once
def _is_removed(found: Style) -> bool:
    """Return whether an element of this style, or something around it, is not displayed."""
    return found["display"] == "none" or (found.parent is not None and _is_removed(found.parent))


@once
def _silenced(dom: Dom) -> Collection[Node]:
    """Return the elements in those with ``aria-hidden``; all of a page in a frame that is hidden itself."""
    frame = dom.frame
    if frame is not None and (_is_removed(style(frame)) or frame in _silenced(frame.dom)):
        return frozenset(dom.nodes)
    found: set[Node] = set()
    for node in dom.having("aria-hidden"):
        if node not in found and node.get("aria-hidden").strip().lower() == "true":
            found.update((node, *node.descendants))
    return found


def _is_presentational_child(node: Node) -> bool:
    return node.parent is not None and _wholes(node.dom)[node.parent.order] is not None


@once
def _wholes(dom: Dom) -> list[Node | None]:
    """Return by its number what an element is, or stands in, whose children are presentational."""
    return nearest(dom, having_role(dom, *_WITH_PRESENTATIONAL_CHILDREN))


@once
def _claimed(dom: Dom) -> dict[Node, Node]:
    """Return who is owned through ``aria-owns``, and by whom: the first claim counts, and no loop."""
    claims: dict[Node, Node] = {}
    for node in dom.having("aria-owns"):
        above = {node, *_chain(node, claims)}
        if len(above) < _LONGEST:
            wanted = node.refer("aria-owns")
            claims |= {child: node for child in wanted if child not in above and child not in claims}
    return claims


def _chain(node: Node, claims: dict[Node, Node]) -> Iterator[Node]:
    """Yield what is above ``node``, claimed or not, up to a sensible height."""
    above = claims.get(node, node.parent)
    for _ in range(_LONGEST):
        if above is None:
            return
        yield above
        above = claims.get(above, above.parent)
