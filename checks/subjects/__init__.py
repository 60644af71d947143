"""What rules look at: pages, a page among the others, sites, documents, catalogs."""

from __future__ import annotations

from checks.subjects.accepted import Accepted, BaselineUse, Use
from checks.subjects.arrivals import Arrival
from checks.subjects.catalog import Catalog, Header, Translation
from checks.subjects.catalog_file import CatalogFile
from checks.subjects.contacts import Card
from checks.subjects.document import Document, DocumentFile
from checks.subjects.entries import Entry, Reader
from checks.subjects.facts import Label
from checks.subjects.inputs import Inputs, gather
from checks.subjects.links import Link, SitePage, Standing, Told
from checks.subjects.page import Page
from checks.subjects.site import File, Settings, Site
from checks.subjects.wordings import Catalogs, Shared, Wording, Wordings, together, wordings_of

__all__ = [
    "Accepted",
    "Arrival",
    "BaselineUse",
    "Card",
    "Catalog",
    "CatalogFile",
    "Catalogs",
    "Document",
    "DocumentFile",
    "Entry",
    "File",
    "Header",
    "Inputs",
    "Label",
    "Link",
    "Page",
    "Reader",
    "Settings",
    "Shared",
    "Site",
    "SitePage",
    "Standing",
    "Told",
    "Translation",
    "Use",
    "Wording",
    "Wordings",
    "gather",
    "together",
    "wordings_of",
]
