"""What the rules on links share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.aria import ROLES, inherits

if TYPE_CHECKING:
    from checks.dom.tree import Node

LINKS: Final = tuple(name for name in ROLES if inherits(name, "link"))  # ACT: inheriting semantic link


def address_of(link: Node) -> str:
    """Return the address that a link leads to, as it is written; empty where a script leads on."""
    return (link.get("href") or link.get("xlink:href")).strip()
