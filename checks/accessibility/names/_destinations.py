"""Where links and frames lead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from checks.accessibility.names._contents import Contents, contents, contents_of

if TYPE_CHECKING:
    from checks.dom.tree import Node, Surroundings

_BY_SCRIPT: Final = re.compile(
    r"""\blocation(?:\.href)?\s*(?:=|\.(?:assign|replace)\s*\()\s*(["'])(?P<address>.*?)\1""", re.DOTALL
)
_INDEX: Final = re.compile(r"/(?:index\.\w+)?$")
_HOPS: Final = 5


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an address leads: to a file of this site (``path``, no ``host``), or to ``host`` and ``path``.

    ``content`` is what the file holds, once somebody has gone there (:func:`reached`).
    """

    host: str
    path: str
    query: str
    fragment: str
    content: Contents | None = field(default=None, compare=False)

    @property
    def is_ahead(self) -> bool:
        """Return whether it is a file of this site that nobody has gone to."""
        return not self.host and self.content is None


def destination(node: Node) -> Destination | None:
    """Return where a link or a frame leads, as it is written; None where it cannot be known."""
    if node.has("srcdoc"):
        shown = contents_of(node.dom.surroundings, node.get("srcdoc"))
        return Destination("", f"srcdoc {shown.digest.hex()}", "", "", shown)
    address = (node.get("href") or node.get("xlink:href") or node.get("src")).strip()
    if not address:
        found = _BY_SCRIPT.search(node.get("onclick"))
        address = found["address"].strip() if found is not None else ""
    if not address and not node.has("href"):
        return None
    path = node.dom.surroundings.follow(address)
    try:
        parts = urlsplit(address)
        host = (parts.netloc or "").lower().removeprefix("www.")
    except ValueError:
        return None
    if path is not None:
        return Destination("", path, parts.query, parts.fragment)
    if parts.scheme in {"", "http", "https"}:
        return Destination(host or ".", _INDEX.sub("", parts.path), parts.query, parts.fragment)
    return Destination(parts.scheme.lower(), parts.path.lower(), "", "")


def reached(surroundings: Surroundings, there: Destination) -> Destination:
    """Return where one ends that is a file of this site: some send on at once (``meta``, ``refresh``)."""
    found = contents(surroundings, there.path)
    for _ in range(_HOPS):
        if found is None or found.sends_on is None:
            break
        there = Destination("", found.sends_on, "", "")
        found = contents(surroundings, there.path)
    return replace(there, content=found)
