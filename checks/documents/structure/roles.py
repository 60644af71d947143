"""Structure types: the standard ones, and what the role map makes of others (ISO 32000-1, 14.7.3, 14.8.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.documents.objects import as_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checks.documents.objects import Dictionary

STANDARD = frozenset(
    """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
    P H H1 H2 H3 H4 H5 H6
    L LI Lbl LBody
    Table TR TH TD THead TBody TFoot
    Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
    Figure Formula Form
    """.split()
)
"""The types of ISO 32000-1, tables 333 to 338 and 340."""

ENTRIES = 10_000  # of a role map that are looked at
STEPS = 50  # from one type to the next; real documents take two or three
LENGTH = 127  # bytes of a name (ISO 32000-1, annex C)

_HEADING = re.compile("H([1-9][0-9]{0,3})")


def level(role: str) -> int:
    """Return the level of a numbered heading; 0 for all other types.

    PDF/UA-1 goes on counting behind H6 (ISO 14289-1, 7.4.3).
    """
    heading = _HEADING.fullmatch(role)
    return int(heading[1]) if heading else 0


def is_standard(name: str) -> bool:
    """Return whether assistive technology knows this type without a role map."""
    return name in STANDARD or level(name) > 0


def read_role_map(root: Dictionary) -> dict[str, str]:
    """Return the role map of a structure tree root, as it is written."""
    roles = root.dictionary("/RoleMap")
    if roles is None:
        return {}
    named = ((key.removeprefix("/"), roles.name(key)) for key in roles.keys[:ENTRIES])
    return {key[:LENGTH]: name[:LENGTH] for key, name in named if name is not None}


def standard_type(name: str, role_map: Mapping[str, str]) -> str:
    """Return the standard type that ``name`` means, over as many steps as it takes; "" for none."""
    for _ in range(STEPS):
        if is_standard(name):
            return name
        if name not in role_map:
            return ""
        name = role_map[name]
    return ""


def goes_in_circles(name: str, role_map: Mapping[str, str]) -> bool:
    """Return whether the role map leads from ``name`` to where it has been, standard types or not."""
    met: set[str] = set()
    while name in role_map and name not in met and len(met) < STEPS:
        met.add(name)
        name = role_map[name]
    return name in met


def type_of(element: Dictionary) -> str:
    """Return the type of a structure element as it is written; "" where it has none."""
    return (as_name(element.value("/S")) or "")[:LENGTH]
