"""The vocabulary of XLIFF 2.1, section 4, and of its Metadata module."""

from __future__ import annotations

from typing import Final

CORE: Final = "urn:oasis:names:tc:xliff:document:2.0"
"""The namespace of the core, the same for every XLIFF 2."""

METADATA: Final = "urn:oasis:names:tc:xliff:metadata:2.0"
VERSION: Final = "2.1"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
OWN: Final = "tolkbar"
"""Our category of metadata and notes, and the authority of our own values."""

FUZZY: Final = f"{OWN}:fuzzy"
PLURAL: Final = f"{OWN}:plural"
ENTRY: Final = "entry"
"""The type of the one item of metadata."""

SITE: Final = "site"
COMMENT, NOTE, PREVIOUS = "comment", "note", "previous"
"""Categories of notes: a translator's, those for translators, the text that a fuzzy translation was of."""

INITIAL, FINAL = "initial", "final"
USED: Final = frozenset({"translated", "reviewed", FINAL})
"""The states of a segment whose target is a translation."""


def core(name: str) -> str:
    """Return the qualified name of an element of the core."""
    return f"{{{CORE}}}{name}"


def metadata(name: str) -> str:
    """Return the qualified name of an element of the Metadata module."""
    return f"{{{METADATA}}}{name}"
