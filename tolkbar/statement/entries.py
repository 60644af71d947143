"""A draft in two languages → what translators find in the catalog once it stands in the source."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from pipeline.catalog import Memory, Origin, merge, template
from pipeline.locales import catalog_name, template_name
from pipeline.po import FUZZY, Entry
from pipeline.segment.walk import segment
from pipeline.source.document import read_document
from pipeline.source.files import SourceFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.config import Site
    from pipeline.po import Catalog
    from pipeline.segment.model import Unit

_FRONT: Final = '+++\ntitle = "-"\nslug = "draft"\n+++\n'


def units_of(markdown: str, path: str) -> tuple[Unit, ...]:
    """Return the units of a draft, as they will be once it stands in the page with a path."""
    name = str(PurePosixPath(path).with_suffix(".md"))
    file = SourceFile("draft", name, Path(name))
    page = segment(read_document(file, (_FRONT + markdown).encode()))
    return page.units[2:]  # without title and slug


def pairs(source: str, translated: str, path: str) -> dict[str, str]:
    """Return the msgids of a draft for a page with their translations; ``translated`` has the same lines.

    Left out is what would not have the same markup in both: a translator writes it better.
    """
    both = zip(units_of(source, path), units_of(translated, path), strict=True)
    return {one.msgid: other.msgid for one, other in both if one.placeholders == other.placeholders}


def with_drafts(catalog: Catalog, drafts: Mapping[str, str], note: str) -> Catalog:
    """Return the catalog of a page with ``drafts``, fuzzy, and ``note`` on each.

    Messages that the source does not have are obsolete: a merge takes them up, fuzzy as they are, as
    soon as it has them.  What has a translation, fuzzy or not, stays as it is.
    """
    known = {entry.msgid for entry in catalog.entries if entry.msgctxt is None}
    filled = tuple(_filled(entry, drafts, note) for entry in catalog.entries)
    new = tuple(_filled(Entry(msgid, obsolete=True), drafts, note) for msgid in drafts if msgid not in known)
    return replace(catalog, entries=(*filled, *new))


def _filled(entry: Entry, drafts: Mapping[str, str], note: str) -> Entry:
    draft = drafts.get(entry.msgid) if entry.msgctxt is None and entry.plural is None else None
    if draft is None or any(entry.strings):
        return entry
    flags = (FUZZY, *(flag for flag in entry.flags if flag != FUZZY))
    return entry.change(msgstr=draft, flags=flags, comments=(*entry.comments, note))


def empty_catalog(page: str, language: str, site: Site) -> Catalog:
    """Return the catalog of a page that has none yet."""
    origin = Origin(site.name, site.address, datetime.now(UTC))
    nothing = template(template_name(page), (), origin.project, origin.report_to)
    name = catalog_name(language, page)
    return merge(nothing, None, language, Memory(), path=name, origin=origin).catalog
