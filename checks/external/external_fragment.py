"""The place that a fragment names is on the other server's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects.answers import Anchor, Answers, Outlink, Reply
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class ExternalFragment(Rule[Answers, Outlink]):
    """A link to a section that is not there leaves a visitor at the top of a long page.

    What follows a # in an address is the id of an element on the page. Open the page, find the
    section, and copy its address; or link to the page as a whole. Pages that scripts put together
    can only be judged in a browser.
    """

    id = "external-fragment"
    title = msg("Sections of other servers' pages are there")
    severity = Severity.ADVISORY

    def applicability(self, answers: Answers) -> Iterator[Outlink]:
        """Yield the links to a place in a page that is there."""
        for link in answers.links:
            if link.answer.reply is Reply.FOUND and link.answer.anchor is not None:
                yield link

    def expectation(self, link: Outlink) -> Verdict:
        """Require an element of that name in the page as it was sent."""
        anchor, address, fragment = link.answer.anchor, link.address, link.address.partition("#")[2]
        if anchor is Anchor.FOUND:
            return PASSED
        if anchor is Anchor.MISSING:
            return Failed(
                msg(
                    'Nothing on the page has the id "{fragment}": {address} leads to its top. '
                    "Correct what follows the #, or remove it.",
                    fragment=fragment,
                    address=address,
                ),
                link.attribute,
            )
        if anchor is Anchor.SCRIPTED:
            return CannotTell(
                msg(
                    'Nothing on the page has the id "{fragment}", unless a script makes it. '
                    "Open {address} and see.",
                    fragment=fragment,
                    address=address,
                ),
                link.attribute,
            )
        return CannotTell(
            msg("The page could not be read to its end. Open {address} and see.", address=address),
            link.attribute,
        )
