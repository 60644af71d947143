"""What is wrong with an address within a site, by how following it ends, and what to do about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from checks.subjects.arrivals import PAGE, Arrival, Destination
from checks.subjects.files import Kind
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.subjects import Site

_STRAY: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_PATH: Final = re.compile(r"[^?#]*")


def fault_of(address: str, destination: Destination, site: Site) -> Message | None:
    """Return why ``address`` leads to no file of ``site``; None where it does, or is not the site's."""
    if destination.arrival is Arrival.FOUND and "%" not in address:
        return None
    if has_stray_percent(address) and destination.is_inside:
        return msg("{address} has a % that begins no code. Write %25 for it.", address=address)
    if destination.climbs and destination.arrival is not Arrival.FOUND:
        return msg(
            "{address} leads out of the site, above its root. Take out a ../ or correct the address.",
            address=address,
        )
    find = _FAULTS.get(destination.arrival)
    return find(address, destination, site) if find else None


def has_codes(address: str) -> bool:
    """Return whether the path of ``address`` is percent-encoded."""
    path = _PATH.match(address) if "%" in address else None
    return path is not None and "%" in path[0]


def has_stray_percent(address: str) -> bool:
    """Return whether the path of ``address`` has a % without the two digits that servers expect."""
    path = _PATH.match(address) if "%" in address else None
    return path is not None and _STRAY.search(path[0]) is not None


def _missing(address: str, destination: Destination, site: Site) -> Message:
    page = destination.path.rstrip("/") + PAGE
    if site.files.kind(page) is Kind.FILE:
        return msg(
            "{address} leads nowhere on most servers: the file is called {name}. Write its ending too.",
            address=address,
            name=site.shown(page),
        )
    return msg(
        "{address} leads nowhere: there is no {path}. Correct the address.",
        address=address,
        path=site.shown(destination.path),
    )


def _without_index(address: str, _destination: Destination, _site: Site) -> Message:
    return msg("{address} leads to a folder without an index page. Name a page in it.", address=address)


def _letter_case(address: str, destination: Destination, site: Site) -> Message:
    return msg(
        "{address} leads nowhere: the name on disk is {name}. Write the address exactly so.",
        address=address,
        name=site.shown(destination.path),
    )


def _unicode_form(address: str, destination: Destination, site: Site) -> Message:
    return msg(
        "{address} leads nowhere: the name {name} on disk looks the same, but its accents are stored in "
        "another way. Give the file a new name without accents, and write that.",
        address=address,
        name=site.shown(destination.path),
    )


def _encoding(address: str, destination: Destination, site: Site) -> Message:
    return msg(
        "{address} leads nowhere: its %-codes do not mean the name {name} on disk. Write {written}.",
        address=address,
        name=site.shown(destination.path),
        written=quote(destination.path, errors="surrogateescape"),
    )


_FAULTS: Final[dict[Arrival, Callable[[str, Destination, Site], Message]]] = {
    Arrival.MISSING: _missing,
    Arrival.WITHOUT_INDEX: _without_index,
    Arrival.LETTER_CASE: _letter_case,
    Arrival.UNICODE_FORM: _unicode_form,
    Arrival.ENCODING: _encoding,
}
