"""Sound that begins by itself (ACT: autoplay, not muted, longer than three seconds), and what stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.media._elements import Player, player
from checks.dom.exposure import is_exposed
from checks.dom.names import accessible_name
from checks.dom.rendering import is_visible
from checks.dom.tree import Dom, Node, once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Page

LONG: Final = 3  # seconds that nobody needs to stop


def autoplaying(page: Page) -> Iterator[Player]:
    """Yield what plays sound by itself for longer than that, or may do so."""
    for element in page.dom.all("audio", "video"):
        if element.is_html and element.has("autoplay") and not element.has("muted"):
            found = player(element)
            if found is not None and _is_long(found):
                yield found


def is_short(found: Player) -> bool | None:
    """Return whether the part that plays is short; None where nobody knows."""
    return None if found.seconds is None else found.seconds <= LONG


def has_controls(found: Player) -> bool:
    """Return whether the browser's own controls are there for everybody."""
    return found.element.has("controls") and is_visible(found.element) and is_exposed(found.element)


@once
def may_have_control(dom: Dom) -> bool:
    """Return whether something that can be pressed, seen, met and named might stop sound with a script."""
    return any(
        _is_pressed(node) and is_visible(node) and is_exposed(node) and accessible_name(node).strip()
        for node in dom.nodes
    )


def _is_long(found: Player) -> bool:
    return found.recording is None or (found.recording.has_sound and found.recording.seconds > LONG)


def _is_pressed(node: Node) -> bool:
    if "onclick" in node.attributes:
        return True
    return (
        node.tag in {"button", "input", "summary"} or "role" in node.attributes or node.get("href")[:1] == "#"
    )
