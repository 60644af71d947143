"""The headings of a page, with their levels (WAI-ARIA 1.2, heading and aria-level; HTML-AAM)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.exposure import exposed
from checks.dom.tree import once

if TYPE_CHECKING:
    from checks.dom.tree import Node
    from checks.subjects import Page

_LEVEL: Final = re.compile(r"[1-9][0-9]?")
_LEVELS: Final = {f"h{level}": level for level in range(1, 7)}
_UNSAID: Final = 2  # what browsers take role=heading without aria-level for


class Heading(NamedTuple):
    """A heading that assistive technology meets."""

    element: Node
    level: int


@once
def headings(page: Page) -> tuple[Heading, ...]:
    """Return the headings of a page, in order; drawings have none."""
    if page.html is None:
        return ()
    return tuple(Heading(node, _level(node)) for node in exposed(page.dom, "heading"))


def main_headings(page: Page) -> list[Node]:
    """Return the headings of the first level; none is asked of a page that only sends its visitor on."""
    if page.sends_on:
        return []
    return [heading.element for heading in headings(page) if heading.level == 1]


def _level(node: Node) -> int:
    said = node.get("aria-level").strip()
    if said and _LEVEL.fullmatch(said):
        return int(said)
    return _LEVELS.get(node.tag, _UNSAID)
