"""Links and frames that have the same name, in a page and in the pages of its frames."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from checks.accessibility._behaviour import hides_shadows
from checks.accessibility.names._destinations import destination
from checks.accessibility.names._sameness import Sameness, sameness
from checks.dom.frames import frame
from checks.dom.names import accessible_name
from checks.values import vague

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from checks.dom.tree import Dom, Node


class Alike(NamedTuple):
    """What has the same ``name``; ``element`` is the second of them."""

    element: Node
    nodes: tuple[Node, ...]
    name: str

    @property
    def sameness(self) -> Sameness:
        """Return whether they lead to the same."""
        name_tells = not vague.says_nothing(self.name, "link")
        found = sameness(self.element.dom.surroundings, map(destination, self.nodes), name_tells=name_tells)
        if found is Sameness.DIFFERENT and any(hides_shadows(node.dom) for node in self.nodes):
            return Sameness.UNKNOWN
        return found


def alike(nodes: Iterable[Node], key: Callable[[Node], Hashable] = lambda _: None) -> Iterator[Alike]:
    """Yield those of ``nodes`` that have the same name, in any case, and the same ``key``."""
    named = filter(accessible_name, nodes)
    for namesakes in _groups(named, lambda node: accessible_name(node).casefold()):
        for group in _groups(namesakes, key):
            yield Alike(_in_page(group[1]), tuple(group), accessible_name(group[0]))


def _groups(nodes: Iterable[Node], key: Callable[[Node], Hashable]) -> Iterator[list[Node]]:
    """Yield those of ``nodes`` that have the same ``key``, two or more together."""
    groups: dict[Hashable, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[key(node)].append(node)
    return (group for group in groups.values() if len(group) > 1)


def with_frames(dom: Dom) -> Iterator[Dom]:
    """Yield ``dom`` and the pages in its frames, and in theirs (ACT: web page)."""
    yield dom
    for holder in dom.all("iframe"):
        inner = frame(holder)
        if inner is not None:
            yield from with_frames(inner)


def _in_page(node: Node) -> Node:
    """Return ``node``, or the frame in the page itself that it stands in."""
    while node.dom.frame is not None:
        node = node.dom.frame
    return node
