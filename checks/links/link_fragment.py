"""Every address that names a place on a page names one that is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from checks.links._rule import LinkRule, failed
from checks.model import PASSED, CannotTell, Severity, Verdict
from checks.subjects import Arrival, Link, SitePage
from checks.subjects.page import Medium
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Site
    from checks.subjects.facts import Facts

_TOP: Final = "top"  # every page has it
_VIEW: Final = re.compile(r"[(=]")  # svgView(…), xywh=…: a part of a drawing, not the name of one
_RANGE: Final = re.compile(r"(?P<letter>[A-Za-z]?)(?P<first>\d{1,7})-(?P=letter)(?P<last>\d{1,7})")  # L10-L20
_ROUTES: Final = ("/", "!")  # what follows is read by a script


class LinkFragment(LinkRule):
    """Who follows a link to a place that is not there stands at the top of a page, and has to search.

    What follows a # is the id of an element on the page that the address leads to. Letter case counts.
    Correct the address, or give the place that id.
    """

    id = "link-fragment"
    title = msg("Addresses of places on a page name one that is there")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the addresses with a fragment that lead to a page or a drawing of the site."""
        for link in page.own_links:
            destination = link.destination
            if destination.fragment and destination.arrival is Arrival.FOUND:
                facts = page.site.facts(destination.path)
                if facts is not None and not facts.sends_on and not _is_view(facts, destination.fragment):
                    yield link

    def expectation(self, link: Link) -> Verdict:
        """Require an element with that id, or an anchor with that name (HTML, 7.4.6.3)."""
        site, fragment = link.page.site, link.destination.fragment
        facts = site.facts(link.destination.path)
        name = unquote(fragment)
        if facts is None or site.has_anchor(facts, fragment) or site.has_anchor(facts, name):
            return PASSED
        if name.lower() == _TOP or _is_shown_range(site, facts, name):
            return PASSED
        fault = msg(
            '{address} leads to a place that is not there: nothing on {path} has the id "{fragment}".',
            address=link.address,
            path=site.shown(link.destination.path),
            fragment=name,
        )
        if fragment.startswith(_ROUTES) and site.has_scripts:
            return CannotTell(fault, link.reference.attribute)
        return failed(fault, link)


def _is_shown_range(site: Site, facts: Facts, fragment: str) -> bool:
    """Return whether ``fragment`` goes from one line that is there to another, for a script to show."""
    found = _RANGE.fullmatch(fragment)
    if found is None or not site.has_scripts:
        return False
    return all(site.has_anchor(facts, f"{found['letter']}{line}") for line in found.group("first", "last"))


def _is_view(facts: Facts, fragment: str) -> bool:
    return facts.medium is Medium.SVG and _VIEW.search(fragment) is not None
