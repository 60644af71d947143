"""What the browser tells assistive technology: its own accessibility tree, not one computed in the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

LANDMARKS: Final = frozenset(
    "banner complementary contentinfo form main navigation region search note".split()
)
_NAMED: Final = LANDMARKS - {"banner", "contentinfo", "form", "main"} | frozenset(
    "button checkbox combobox heading image link radio RootWebArea searchbox textbox".split()
)


class Node(NamedTuple):
    """One thing that assistive technology meets."""

    role: str
    name: str


def tree(page: Page) -> Iterator[Node]:
    """Yield what assistive technology meets, in the order in which it meets it."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()
    waiting = [next(iter(nodes))]
    while waiting:
        node = nodes[waiting.pop()]
        waiting += reversed(node.get("childIds", ()))
        if not node["ignored"]:
            yield Node(node["role"]["value"], node.get("name", {}).get("value", "").strip())


def landmarks(page: Page) -> list[Node]:
    """Return the landmarks in their order."""
    return [node for node in tree(page) if node.role in LANDMARKS]


def nameless(page: Page) -> list[str]:
    """Return the roles of what has no name, but needs one."""
    return [node.role for node in tree(page) if node.role in _NAMED and not node.name]
