"""What is judged by itself, wherever that happens: one page or catalog, as a value.

The judge takes these values in, in stable order, whether they were found in this process, in another
one beside it (``crew``), or in an earlier run (``archive``).
"""

from __future__ import annotations

from checks.hearing.archive import Archive
from checks.hearing.cabinet import Store
from checks.hearing.court import Case, CatalogCase, Court
from checks.hearing.crew import Alone, Crew, Hands
from checks.hearing.testimony import Testimony, Told

__all__ = [
    "Alone",
    "Archive",
    "Case",
    "CatalogCase",
    "Court",
    "Crew",
    "Hands",
    "Store",
    "Testimony",
    "Told",
]
