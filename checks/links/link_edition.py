"""Links stay in the edition of their page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.languages import primary
from checks.links._languages import announces
from checks.links._rule import LinkRule, failed
from checks.model import PASSED, Severity, Verdict
from checks.subjects import Arrival, Link, SitePage
from checks.subjects.files import Kind
from checks.subjects.page import Medium
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects.facts import Facts

_LINKS: Final = ("a", "area")
_FOLDERS: Final = 2  # of a path, from the root, that may be named after a language


class LinkEdition(LinkRule):
    """A reader who follows a link in German stands on a page in Swedish, though there is one in German.

    Lead to the page of the same edition. Where the change of language is meant, say so with hreflang, or
    with the name of the language in the link.
    """

    id = "link-edition"
    title = msg("Links stay in the language of their page where they can")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the links to pages in another language that the site has in this one too."""
        own = primary(page.facts.language)
        for link in page.own_links if own else ():
            if link.reference.tag in _LINKS and link.destination.arrival is Arrival.FOUND:
                facts = page.site.facts(link.destination.path)
                if facts and facts.language != page.facts.language and _has_edition(page, facts, own):
                    yield link

    def expectation(self, link: Link) -> Verdict:
        """Require that the link announces the other language."""
        target = link.leads_to
        if target is None or announces(link, target.facts.language):
            return PASSED
        site = link.page.site
        return failed(
            msg(
                '{address} leads to a page in "{language}", though {path} is in the language of this page. '
                "Lead there, or say in hreflang that the language changes.",
                address=link.address,
                language=target.facts.language,
                path=site.shown(_counterpart(link.page, target) or ""),
            ),
            link,
        )


def _has_edition(page: SitePage, target: Facts, own: str) -> bool:
    """Return whether another page than this one is the edition of ``target`` in the page's language."""
    if target.medium is Medium.SVG or primary(target.language) in {"", own}:
        return False
    return _counterpart(page, SitePage(page.site, target)) not in {None, page.facts.path}


def _counterpart(page: SitePage, target: SitePage) -> str | None:
    """Return the edition of ``target`` in the language of ``page``: as it announces, or going by its path."""
    own = primary(page.facts.language)
    for link in target.alternates:
        if primary(link.reference.language) == own and link.destination.arrival is Arrival.FOUND:
            return link.destination.path
    return _by_path(page, target, own, primary(target.facts.language))


def _by_path(page: SitePage, target: SitePage, own: str, other: str) -> str | None:
    """Return ``de/x.html`` for ``sv/x.html``, if it is there."""
    here, there = page.facts.path.split("/")[:-1], target.facts.path.split("/")
    for at, (mine, theirs) in enumerate(zip(here[:_FOLDERS], there[:-1], strict=False)):
        if primary(mine) == own and primary(theirs) == other:
            path = "/".join([*there[:at], mine, *there[at + 1 :]])
            return path if page.site.files.kind(path) is Kind.FILE else None
    return None
