"""Addresses in source pages: which page, document, contact, picture or other site they name."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pipeline.errors import SourceError
from pipeline.model import msg

if TYPE_CHECKING:
    from pipeline.model import Location

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
ROOT = "source"
PAGES = "pages/"
DOCUMENTS = "documents/"
CONTACTS = "contacts.toml"
_INSIDE = f"/{ROOT}/"


class Goal(Enum):
    """What an address leads to."""

    ELSEWHERE = auto()
    PAGE = auto()
    DOCUMENT = auto()
    CONTACT = auto()
    FILE = auto()


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address leads: ``name`` is a page, a document's file, a contact or a file below source/."""

    goal: Goal
    name: str
    fragment: str = ""


def resolve(address: str, location: Location) -> Target:
    """Return what ``address``, written at ``location``, leads to.

    Other sites, ``mailto:``, ``tel:`` and fragments of the same page lead elsewhere: they are
    published as written.  Raises SourceError for an address that starts at the server's root or
    leaves ``source/``: nobody can tell what it will be in each edition.
    """
    address = address.strip()
    if _SCHEME.match(address) or address.startswith(("#", "//")) or not address:
        return Target(Goal.ELSEWHERE, address)
    if address.startswith("/"):
        raise SourceError(
            msg("Write {address} as a path from this file, such as ../documents/x.pdf.", address=address),
            location,
        )
    path, _, fragment = address.partition("#")
    inside = _from_root(path, location.path.rpartition("/")[0])
    if inside.startswith("../") or not path or "\\" in path:
        raise SourceError(
            msg("{address} leads out of source/. Link to a file in it.", address=address), location
        )
    return _below_source(inside, fragment)


@lru_cache(maxsize=1 << 14)
def _from_root(path: str, folder: str) -> str:
    """Return ``path``, as written in a file of ``folder``, seen from ``source/``; ``../`` leads out."""
    there = posixpath.normpath(f"/{folder}/{unquote(path) if '%' in path else path}")
    if there.startswith(_INSIDE):
        return there[len(_INSIDE) :]
    return "." if f"{there}/" == _INSIDE else f"..{there}"


@lru_cache(maxsize=1 << 14)
def _below_source(inside: str, fragment: str) -> Target:
    stem, suffix = posixpath.splitext(inside)
    if inside == CONTACTS:
        return Target(Goal.CONTACT, fragment)
    if inside.startswith(PAGES) and suffix in (".md", ".html"):
        return Target(Goal.PAGE, stem.removeprefix(PAGES), fragment)
    if inside.startswith(DOCUMENTS):
        return Target(Goal.DOCUMENT, inside.removeprefix(DOCUMENTS), fragment)
    return Target(Goal.FILE, inside, fragment)
