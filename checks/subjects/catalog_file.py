"""A PO file on the disk, and all that its verdicts depend on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checks.dom.witness import digest
from checks.subjects.catalog import Catalog
from checks.subjects.files import unreadable
from checks.subjects.glossary import Glossary, glossary_near
from checks.subjects.limits import CATALOG, require_size
from pipeline.model import Policy

if TYPE_CHECKING:
    from pathlib import Path


class CatalogFile(NamedTuple):
    """A PO file: its name for people, where it is, what its language does with untranslated units.

    ``source`` is the language that its site translates from, empty where nobody knows.
    """

    path: str
    file: Path
    policy: Policy = Policy.BLOCK
    source: str = ""

    def read(self) -> bytes:
        """Return its bytes; raises ``TolkbarError`` where it cannot be read or is too large."""
        try:
            require_size(self.file.stat().st_size, CATALOG, self.path)
            return self.file.read_bytes()
        except OSError as error:
            raise unreadable(str(self.file), error) from error

    def glossary(self) -> Glossary | None:
        """Return the glossary beside it; raises ``TolkbarError`` for one that cannot be read."""
        return glossary_near(self.file)

    def catalog(self, content: bytes, glossary: Glossary | None) -> Catalog:
        """Return the catalog of these bytes; raises ``TolkbarError`` for a damaged one."""
        return Catalog.read(content, self.path, self.policy, self.source, glossary)

    def grounds(self, content: bytes, glossary: Glossary | None) -> str:
        """Return the digest of all that the verdicts on the catalog of these bytes depend on."""
        given = (digest(content), self.path, str(self.policy), self.source, _terms(glossary))
        return digest(repr(given).encode(errors="backslashreplace")) or ""


@cache
def _terms(glossary: Glossary | None) -> str:
    """Return the digest of what a glossary says."""
    if glossary is None:
        return ""
    terms = [sorted(term.forms.items()) for term in glossary.terms]
    said = (glossary.path, terms, sorted(glossary.words))
    return digest(repr(said).encode(errors="backslashreplace")) or ""
