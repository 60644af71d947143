"""The editions of a page link to as many documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.editions._documents import documents_of
from checks.editions._shapes import differ
from checks.model import PASSED, Rule, Severity, Verdict
from checks.subjects import SitePage
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.model import Place
    from checks.subjects import Link


class Documents(NamedTuple):
    """The links to documents of ``page`` and of the ``original``."""

    page: SitePage
    original: SitePage
    here: tuple[Link, ...]
    there: tuple[Link, ...]

    @property
    def missing(self) -> str:
        """Return the names of the files that the original has and the page has not."""
        own = {_name(link) for link in self.here}
        return ", ".join(name for name in map(_name, self.there) if name not in own)

    def stands(self) -> Place:
        """Return where the first of them stands, or the page."""
        return self.page.place(self.here[0] if self.here else self.page, None)


class EditionDocuments(Rule[SitePage, Documents]):
    """A form or a plan that one edition has and the other has not is out of reach for some readers.

    Link to the same documents in all languages. Where one is not translated, link to it all the same, and
    say which language it is in.
    """

    id = "edition-documents"
    title = msg("Documents are the same in all languages")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Documents]:
        """Yield the documents of an edition that has any, or whose original has."""
        original = page.original
        if original is not None:
            documents = Documents(page, original, documents_of(page), documents_of(original))
            if documents.here or documents.there:
                yield documents

    def expectation(self, documents: Documents) -> Verdict:
        """Require as many; translated documents have names of their own."""
        here, there = len(documents.here), len(documents.there)
        if here == there:
            return PASSED
        path = documents.original.path
        if here < there:
            fault = msg(
                "The page links to {here} documents, but {path} to {there}. Link to these too: {names}.",
                here=here,
                there=there,
                path=path,
                names=documents.missing,
            )
        else:
            fault = msg(
                "The page links to {here} documents, but {path} only to {there}. Link to the same in both.",
                here=here,
                there=there,
                path=path,
            )
        return differ(documents.page, documents.original, fault)


def _name(link: Link) -> str:
    return link.reference.address.rpartition("/")[2].partition("?")[0]
