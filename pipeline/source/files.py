"""Which files below ``source/pages`` are pages, and what the pages are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.errors import SourceError
from pipeline.files import files_below
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "source/pages"
SUFFIXES = (".md", ".html")
MEANT_AS_PAGES = (*SUFFIXES, ".markdown", ".htm", ".xhtml", ".docx", ".doc", ".odt", ".rtf")
"""Endings, in whatever case, of files that somebody would miss among the pages."""

RESERVED = frozenset({"shell"})
"""Page names that catalogs of the site as a whole have taken."""

_PAGE_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*(?:/[a-z0-9]+(?:[-_][a-z0-9]+)*)*")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file below ``source/pages``: the page's name ("omsorg/hemtjanst"), and where it lies.

    ``name`` is the path for people and catalogs, relative to the site's root.
    """

    page: str
    name: str
    path: Path


def find_pages(root: Path) -> tuple[SourceFile, ...]:
    """Return the pages of the site at ``root``, ordered by name.

    Raises SourceError for two files with one page name, a name that makes no address, a link out of
    ``source/``, or when there is none at all: publishing nothing would empty the site.
    """
    folder = root / FOLDER
    if not folder.is_dir():
        raise SourceError(msg("There is no folder with pages. Create it."), Location(FOLDER, 1))
    found: dict[str, SourceFile] = {}
    for below in files_below(folder, FOLDER, root / "source"):
        stem, dot, suffix = below.rpartition(".")
        if dot + suffix not in SUFFIXES:
            if f"{dot}{suffix}".lower() in MEANT_AS_PAGES:
                message = msg(
                    "This is no page. Name it .md or .html, or move it to another folder of source/."
                )
                raise SourceError(message, Location(f"{FOLDER}/{below}", 1))
            continue
        file = SourceFile(_page_name(stem, f"{FOLDER}/{below}"), f"{FOLDER}/{below}", folder / below)
        if file.page in found:
            raise SourceError(
                msg("{other} is the same page. Remove one of the two.", other=found[file.page].name),
                Location(file.name, 1),
            )
        found[file.page] = file
    if not found:
        raise SourceError(msg("There is no page yet. Write one, such as index.md."), Location(FOLDER, 1))
    return tuple(found[page] for page in sorted(found))


def _page_name(page: str, name: str) -> str:
    if page in RESERVED or not _PAGE_NAME.fullmatch(page):
        raise SourceError(
            msg("{page} cannot name a page. Rename it: a–z, 0–9 and hyphens, and not “shell”.", page=page),
            Location(name, 1),
        )
    return page
