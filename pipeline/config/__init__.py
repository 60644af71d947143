"""A site's settings and records: read once, validated, frozen.

Whatever is wrong stops the work with one ConfigError that names file, line, key and what is expected.
"""

from __future__ import annotations

from pipeline.config.contacts import CONTACTS_FILE, Address, Contact, Hours, load_contacts
from pipeline.config.documents import DOCUMENTS_FILE, DOCUMENTS_FOLDER, Document, load_documents
from pipeline.config.external import External
from pipeline.config.front_matter import FrontMatter, read_front_matter
from pipeline.config.site import SITE_FILE, Language, Organisation, Site, load_site

__all__ = [
    "CONTACTS_FILE",
    "DOCUMENTS_FILE",
    "DOCUMENTS_FOLDER",
    "SITE_FILE",
    "Address",
    "Contact",
    "Document",
    "External",
    "FrontMatter",
    "Hours",
    "Language",
    "Organisation",
    "Site",
    "load_contacts",
    "load_documents",
    "load_site",
    "read_front_matter",
]
