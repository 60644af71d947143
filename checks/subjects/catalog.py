"""One catalog, in the language that it translates into."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import PurePath
from typing import TYPE_CHECKING

from checks.model import Place
from pipeline import po
from pipeline.model import Location, Policy, Trace

if TYPE_CHECKING:
    from collections.abc import Iterator

_IN_PATH = re.compile(r"(?:^|/)([A-Za-z]{2,3}(?:[_@-][A-Za-z0-9]+)*)(?:/LC_MESSAGES/|\.po$)")


@dataclass(frozen=True, slots=True)
class Translation:
    """One string of an entry beside what it translates; an entry with plural forms has several."""

    entry: po.Entry
    msgid: str
    msgstr: str


@dataclass(frozen=True, slots=True)
class Catalog:
    """A PO file, what it translates into, and what its site does with untranslated units.

    ``language`` is empty for a template (POT).
    """

    content: po.Catalog
    language: str
    policy: Policy

    @classmethod
    def read(cls, content: bytes, path: str, policy: Policy = Policy.BLOCK) -> Catalog:
        """Read a PO file; raises ``CatalogError`` where it is damaged."""
        catalog = po.read(content, path)
        return cls(catalog, _language(catalog), policy)

    @property
    def path(self) -> str:
        """Return its name for people."""
        return self.content.path

    @property
    def is_template(self) -> bool:
        """Return whether it is the template that translators start from."""
        return PurePath(self.path).suffix == ".pot"

    def translations(self) -> Iterator[Translation]:
        """Yield every string that an edition may use: neither obsolete, nor fuzzy, nor empty."""
        for entry in self.content.active:
            if not entry.fuzzy:
                msgids = chain([entry.msgid], repeat(entry.plural or entry.msgid))
                pairs = zip(msgids, entry.strings, strict=False)
                yield from (Translation(entry, msgid, msgstr) for msgid, msgstr in pairs if msgstr)

    def place(self, target: po.Entry | Translation, attribute: str | None) -> Place:  # noqa: ARG002 - an entry has one line
        """Return the entry's line, traced to the first place in the source that it stands for."""
        entry = target.entry if isinstance(target, Translation) else target
        here = Location(self.path, max(entry.line, 1))
        return Place(here, None, Trace(entry.msgid, here, _source(entry)))


def _language(catalog: po.Catalog) -> str:
    if PurePath(catalog.path).suffix == ".pot":
        return ""
    in_path = _IN_PATH.search(catalog.path)
    tag = catalog.header.get("Language") or (in_path[1] if in_path else "")
    return tag.partition("@")[0].replace("_", "-")


def _source(entry: po.Entry) -> Location | None:
    """Return the first reference; gettext puts ``:line`` behind the file where it has one."""
    if not entry.references:
        return None
    path, _, line = entry.references[0].rpartition(":")
    return (
        Location(path, max(int(line), 1)) if path and line.isdecimal() else Location(entry.references[0], 1)
    )
