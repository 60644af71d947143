"""What is judged by itself, wherever that happens: one page or catalog, as a value.

The judge takes these values in, in stable order, wherever they were found.

::

    court        the rules and the sites; hears one case, a page or a catalog
    testimony    what came of it: outcomes, findings, what the subject says to others
    crew         hands that judge: this process, others beside it (pool)
    elsewhere    hands on other machines; errand is what they are given to do
    archive      hands that judge only what has changed, and keep what is found:
                 drawer (pages), among (pages among one another), binder (catalogs)
    cabinet      the tables of a store that these keep it in; packing, the bytes of its rows
    version      which code judges
    filed        what pages say to one another, on the disk, of more pages than fit in memory
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
