"""What the rules on links share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from checks.accessibility._perceived import is_of_code
from checks.dom.aria import ROLES, inherits
from checks.dom.exposure import exposed
from checks.dom.names import accessible_name
from checks.dom.roles import role
from checks.values import vague

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Dom, Node

LINKS: Final = tuple(name for name in ROLES if inherits(name, "link"))  # ACT: inheriting semantic link


def named_links(dom: Dom) -> Iterator[Node]:
    """Yield the links that assistive technology meets, if they have a name."""
    return filter(accessible_name, exposed(dom, *LINKS))


def address_of(link: Node) -> str:
    """Return the address that a link leads to, as it is written; empty where a script leads on."""
    return (link.get("href") or link.get("xlink:href")).strip()


def says_nothing(link: Node) -> bool:
    """Return whether the name of ``link`` says by itself nothing of where it leads."""
    name = accessible_name(link)
    if not vague.has_letters(name):
        return not is_of_code(link)
    is_vague = vague.says_nothing(name, "link") or vague.is_format(name) or vague.is_pointing(name)
    return is_vague and not is_of_code(link) and not _is_in_contents(link, name)


def _is_in_contents(link: Node, name: str) -> bool:
    """Return whether ``link`` leads to a heading on its page with its name, as tables of contents do."""
    address = address_of(link)
    target = link.dom.by_id(unquote(address[1:])) if address.startswith("#") else None
    if target is None or role(target) != "heading":
        return False
    return vague.plain(accessible_name(target)) == vague.plain(name)
