"""The editions of a page have the same links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.editions._shapes import Compared, counted, differ, judge
from checks.editions._targets import Astray, links_astray
from checks.model import Rule, Severity, Verdict
from checks.subjects import SitePage
from checks.subjects.shape import LINK
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class EditionLinks(Rule[SitePage, Compared | Astray]):
    """A link that is lost in translation, or leads elsewhere, keeps a service from some readers.

    Give this edition the links of the one that it is translated from, each to the same page in its
    own language.
    """

    id = "edition-links"
    title = msg("Links are the same in all languages")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Compared | Astray]:
        """Yield the parts with more or fewer links than the original; else the links that lead elsewhere."""
        compared = list(counted(page, LINK))
        astray = []
        if compared and page.original is not None and all(one.here == one.there for one in compared):
            astray = list(links_astray(page, page.original))
        yield from astray or compared

    def expectation(self, found: Compared | Astray) -> Verdict:
        """Require as many links, to editions of the same pages."""
        if isinstance(found, Astray):
            return differ(
                found.link.page,
                found.original,
                msg(
                    "This leads to {address}, but {path} has a link to {there} instead. Let both lead to the "
                    "same page.",
                    address=found.link.reference.address,
                    path=found.original.path,
                    there=found.there.path,
                ),
            )
        return judge(
            found,
            msg(
                "This part of the page has {here} links, but {path} has {there}. Give both the same.",
                here=found.here,
                there=found.there,
                path=found.original.path,
            ),
        )
