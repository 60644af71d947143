"""Which labels of a page are seen, and which of them cannot tell what to fill in."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from checks.dom.names import labels
from checks.dom.names.native import input_type
from checks.dom.rendering import is_text_visible, is_visible, visible_text
from checks.dom.roles import having_role, role
from checks.dom.tree import Dom, Node, Run, once
from checks.values.vague import has_letters, plain, says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

_WRITTEN: Final = frozenset({"combobox", "listbox", "searchbox", "slider", "spinbutton", "textbox"})
_CHOSEN: Final = frozenset({"checkbox", "menuitemcheckbox", "menuitemradio", "radio", "switch"})
_WITHOUT_ROLE: Final = frozenset(
    {"color", "date", "datetime-local", "file", "month", "password", "time", "week"}
)
_IMAGES: Final = frozenset({"canvas", "img", "object", "svg", "video"})
_TABULAR: Final = frozenset({"table", "tbody", "thead", "tfoot", "tr"})


def visible_labels(dom: Dom) -> list[Node]:
    """Return the visible labels of visible fields, in order (ACT: programmatic labels)."""
    return sorted(_fields_by_label(dom), key=lambda label: label.order)


@once
def unclear_labels(dom: Dom) -> frozenset[Node]:
    """Return those of :func:`visible_labels` that certainly do not say what to fill in."""
    unclear = {
        label
        for label, fields in _fields_by_label(dom).items()
        if any(map(_is_written, fields)) and _says_nothing(visible_text(label))
    }
    return frozenset(unclear | set(_alike(dom)))


@once
def _fields_by_label(dom: Dom) -> dict[Node, list[Node]]:
    found: dict[Node, list[Node]] = {}
    for node in _fields(dom):
        if is_visible(node):
            for label in {*labels(node), *node.refer("aria-labelledby")}:
                if is_visible(label) and visible_text(label):
                    found.setdefault(label, []).append(node)
    return found


def _fields(dom: Dom) -> Iterator[Node]:
    yield from having_role(dom, *_WRITTEN, *_CHOSEN)
    yield from (node for node in dom.all("input") if role(node) is None and input_type(node) in _WITHOUT_ROLE)


def _is_written(node: Node) -> bool:
    """Return whether it is filled in, and not only ticked."""
    kind = role(node)
    return kind in _WRITTEN or (kind is None and input_type(node) in _WITHOUT_ROLE)


def _says_nothing(text: str) -> bool:
    return any(says_nothing(text, kind) for kind in ("label", "command", "link")) or not has_letters(text)


def _alike(dom: Dom) -> Iterator[Node]:
    """Yield labels with the same words in surroundings that are the same, too."""
    groups: dict[str, list[tuple[Node, Node]]] = defaultdict(list)
    for label in visible_labels(dom):
        fields = _fields_by_label(dom)[label]
        if len(fields) == 1 and _is_written(fields[0]):
            groups[plain(visible_text(label))].append((label, fields[0]))
    for group in groups.values():
        if len(group) > 1 and _are_surroundings_alike(group[0][1], group[1][1]):
            yield from (label for label, _ in group[:2])


def _are_surroundings_alike(one: Node, other: Node) -> bool:
    """Return whether nothing that is seen tells apart the parts of the form that two fields stand in."""
    above, part, other_part = _parting(one, other)
    if above.tag in _TABULAR or part is one or other_part is other:
        return False
    if any(child not in {part, other_part} for child in _telling_children(above)):
        return False
    if _has_images(part) or _has_images(other_part):
        return False
    return visible_text(part) == visible_text(other_part)


@once
def _telling_children(above: Node) -> list[Node | Run]:
    """Return the first children of ``above`` with text that is seen: two, if two alike are all."""
    return list(islice(filter(_is_telling, above.children), 3))


def _is_telling(child: Node | Run) -> bool:
    return is_text_visible(child) if isinstance(child, Run) else any(map(is_text_visible, child.runs))


def _parting(one: Node, other: Node) -> tuple[Node, Node, Node]:
    """Return the element where the ways to two elements part, and its children on these ways."""
    ways = zip(reversed(list(one.with_ancestors)), reversed(list(other.with_ancestors)), strict=False)
    way = list(takewhile(lambda pair: pair[0] is pair[1], ways))
    depth = len(way)
    return way[-1][0], _above_at(one, depth), _above_at(other, depth)


def _above_at(node: Node, depth: int) -> Node:
    way = [node, *node.ancestors][::-1]
    return way[min(depth, len(way) - 1)]


def _has_images(part: Node) -> bool:
    return any(node.tag in _IMAGES for node in part.descendants)
