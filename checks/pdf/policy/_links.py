"""The links of a document by where they lead, and the base of the rules on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.pdf._facts import FactsRule
from checks.pdf._owned import owned
from checks.subjects.addresses import Origin, Outside, resolve, tidy
from checks.subjects.hosts import host_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.actions import Action

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB: Final = re.compile(r"https?:[/\\]{2}([^/\\?#]*)", re.IGNORECASE)
_NOWHERE: Final = Origin("")
_INSIDE: Final = (".lan", ".intern", ".internal", ".intra", ".corp", ".home", ".home.arpa")  # not public


class Aim(NamedTuple):
    """An action that leads somewhere, and the place of what it hangs on."""

    action: Action
    page: int
    path: str

    @property
    def address(self) -> str:
        """Return its address as browsers read it; "" where it has none."""
        return tidy(self.action.address or "")

    @property
    def scheme(self) -> str:
        """Return what the address begins with: "https", "mailto" …; "" where it is relative."""
        found = _SCHEME.match(self.address)
        return found[1].lower() if found else ""


class LinkRule(FactsRule[Aim]):
    """A rule on where a document leads: every place once, at the first link to it."""

    parts = ("actions",)

    def targets(self, facts: Facts) -> Iterator[Aim]:
        """Yield the actions that the rule is about, of links, bookmarks and buttons."""
        met: set[object] = set()
        places = {one.annotation.id: one for one in owned(facts)}
        for action in facts.actions.all:
            is_lost = action.destination == 0
            key = (
                action.kind,
                action.address,
                action.file,
                action.destination,
                is_lost and action.annotation,
            )
            if key not in met and self.concerns(action, facts):
                met.add(key)
                place = places.get(action.annotation)
                yield Aim(action, action.page, "" if place is None else place.path)

    def concerns(self, action: Action, facts: Facts) -> bool:
        """Return whether the rule is about ``action``."""
        raise NotImplementedError


def is_private(address: str) -> bool:
    """Return whether ``address`` leads to a computer or a server that only its own office reaches."""
    if resolve(address, _NOWHERE) is Outside.LOCAL or address.startswith("\\\\"):
        return True
    host = web_host(address) or "["
    name = host.partition(":")[0]
    return not host.startswith("[") and ("." not in name or name.endswith(_INSIDE))


def web_host(address: str) -> str | None:
    """Return the server of an address on the web; None where it has none, or one that cannot be."""
    found = _WEB.match(address)
    return host_of(found[1], "https") if found else None
