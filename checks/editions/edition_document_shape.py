"""The editions of a document are as long as one another, and have as many headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.documents import Facts
from checks.editions._documents import documents_of
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import SitePage
from checks.subjects.arrivals import Arrival
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.model import Place
    from checks.subjects import Link

_HEADINGS: Final = ("H", "H1", "H2", "H3", "H4", "H5", "H6")
_LONGER: Final = 1.5  # times as many pages, or headings, as a translation may have
_MORE: Final = 2  # and so many more, in any case


class Shape(NamedTuple):
    """How many pages a document has, and how many headings."""

    path: str
    pages: int
    headings: int


class Shapes(NamedTuple):
    """A document that an edition links to, and the one that its original links to in that place."""

    link: Link
    here: Shape
    there: Shape

    def stands(self) -> Place:
        """Return where the link stands."""
        return self.link.page.place(self.link, None)


class EditionDocumentShape(Rule[SitePage, Shapes]):
    """Who reads the shorter edition of a plan does not know what it leaves out.

    Translate the whole document, or say in its title and in the link that it is a summary.
    """

    id = "edition-document-shape"
    title = msg("The editions of a document have about as many pages and headings")
    severity = Severity.ADVISORY

    def applicability(self, page: SitePage) -> Iterator[Shapes]:
        """Yield the documents that have another edition in the same place of the original."""
        original = page.original
        here, there = documents_of(page), documents_of(original) if original is not None else ()
        if len(here) != len(there):  # of which another rule speaks
            return
        for own, theirs in zip(here, there, strict=True):
            if _path(own) != _path(theirs):
                one, other = _shape(own), _shape(theirs)
                if one is not None and other is not None:
                    yield Shapes(own, one, other)

    def expectation(self, shapes: Shapes) -> Verdict:
        """Require that neither is much longer than the other."""
        here, there = shapes.here, shapes.there
        if _differ(here.pages, there.pages):
            return Failed(
                msg(
                    "{path} has {here} pages, but {original} has {there}. Translate the whole document, or "
                    "call it a summary.",
                    path=here.path,
                    here=here.pages,
                    original=there.path,
                    there=there.pages,
                )
            )
        if here.headings and there.headings and _differ(here.headings, there.headings):
            return Failed(
                msg(
                    "{path} has {here} headings, but {original} has {there}. Translate the whole document, "
                    "or call it a summary.",
                    path=here.path,
                    here=here.headings,
                    original=there.path,
                    there=there.headings,
                )
            )
        return PASSED


def _differ(one: int, other: int) -> bool:
    fewer, more = sorted((one, other))
    return more > fewer * _LONGER and more >= fewer + _MORE


def _path(link: Link) -> str:
    destination = link.destination
    return destination.path if destination.arrival is Arrival.FOUND else ""


def _shape(link: Link) -> Shape | None:
    """Return the shape of the document that ``link`` leads to; None where it is none, or was not read."""
    site, path = link.page.site, _path(link)
    facts = site.document(path) if path.lower().endswith(".pdf") else None
    if not isinstance(facts, Facts) or any(gap.what in {"pages", "structure"} for gap in facts.gaps):
        return None
    headings = facts.structure.having(*_HEADINGS) if facts.structure is not None else ()
    return Shape(path, facts.pages, sum(1 for _ in headings))
