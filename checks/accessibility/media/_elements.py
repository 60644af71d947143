"""The audio and video elements of a page, and the recordings that they play."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.accessibility.media._recording import Recording, recording
from checks.dom.shelf import shelf

if TYPE_CHECKING:
    from checks.dom.tree import Node

_KEPT: Final = 10_000  # recordings that are remembered
_FRAGMENT: Final = re.compile(r"[#&]t=(?:npt:)?(?P<start>[\d:.]*)(?:,(?P<end>[\d:.]+))?")


class Player(NamedTuple):
    """An ``audio`` or ``video`` element, its recording (None: unknown), and for how many seconds it plays."""

    element: Node
    recording: Recording | None
    seconds: float | None


def player(element: Node) -> Player | None:
    """Return what ``element`` plays: its ``src``, or its first source that can be read; None for nothing."""
    own = [element] if element.has("src") else [child for child in element.elements if child.tag == "source"]
    addresses = [node.get("src") for node in own if node.get("src").strip()]
    for address in addresses:
        found = _recording(element, address)
        if found is not None:
            return Player(element, found, _played(address, found.seconds))
    return Player(element, None, None) if addresses else None


def _recording(element: Node, address: str) -> Recording | None:
    """Return what a file of the site records, read once for all its pages."""
    surroundings = element.dom.surroundings
    path = surroundings.follow(address.strip())
    if path is None:
        return None

    def read() -> tuple[Recording | None, int]:
        content = surroundings.read(path)
        return None if content is None else recording(content), 1

    found: Recording | None = shelf(surroundings, _recording, _KEPT).take(path, read)
    return found


def _played(address: str, seconds: float) -> float:
    """Return how long the part plays that the address asks for (Media Fragments URI 1.0, 4.2.1)."""
    part = _FRAGMENT.search(address)
    if part is None:
        return seconds
    start, end = _seconds(part["start"]) or 0, _seconds(part["end"])
    return max(min(seconds if end is None else end, seconds) - start, 0)


def _seconds(time: str | None) -> float | None:
    """Return ``time``, written as seconds or as 1:02:03.5, in seconds."""
    total = 0.0
    for part in (time or "x").split(":"):
        try:
            total = total * 60 + float(part)
        except ValueError:
            return None
    return total
