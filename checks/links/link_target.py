"""Every address within the site leads to something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Arrival, Link, SitePage
from checks.subjects.page import Medium
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator


_TOP = {"", "top"}  # every page has it
_VIEW = re.compile(r"[(=]")  # svgView(…), xywh=…: a part of a drawing, not the name of one


class LinkTarget(Rule[SitePage, Link]):
    """A link that leads nowhere costs a visitor what they came for, and an image without a file is a hole.

    Correct the address, or put the file where it leads. Letter case counts: most web servers tell
    Policy.pdf from policy.pdf. What follows a # is the id of an element on the page that it leads to.
    """

    id = "link-target"
    title = msg("Addresses within the site lead to something")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the addresses that stay within the site; those of other languages have rules of their own."""
        return (link for link in page.links if link.is_internal and not link.reference.is_alternate)

    def expectation(self, link: Link) -> Verdict:
        """Require a file, spelled as in the address, and in it the place that the address names."""
        destination = link.destination
        if destination.arrival is Arrival.FOUND and not destination.fragment:
            return PASSED
        fault = _fault(link)
        return PASSED if fault is None else Failed(fault, link.reference.attribute)


def _fault(link: Link) -> Message | None:
    destination = link.destination
    address = link.reference.address
    shown = link.page.site.shown(destination.path)
    if destination.arrival is Arrival.MISSPELLED:
        return msg(
            "{address} leads nowhere: the name on disk is {name}. Write the address exactly so.",
            address=address,
            name=shown,
        )
    if destination.arrival is Arrival.WITHOUT_INDEX:
        return msg("{address} leads to a folder without an index page. Name a page in it.", address=address)
    if destination.arrival is Arrival.MISSING:
        return msg(
            "{address} leads nowhere: there is no {path}. Correct the address.", address=address, path=shown
        )
    if _names_missing_place(link):
        return msg(
            '{address} leads to a place that is not there: nothing on {path} has the id "{fragment}".',
            address=address,
            path=shown,
            fragment=unquote(destination.fragment),
        )
    return None


def _names_missing_place(link: Link) -> bool:
    """Return whether the fragment is the name of nothing on the page that the address leads to."""
    fragment = link.destination.fragment
    page = link.leads_to if fragment.lower() not in _TOP else None
    if page is None or page.facts.sends_on:
        return False
    if page.facts.medium is Medium.SVG and _VIEW.search(fragment):
        return False
    return not page.facts.has_anchor(fragment)
