"""Links in text look like links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.accessibility.visual._links import is_marked, links_in_text
from checks.dom.styles import contrast, is_complete
from checks.dom.styles.backdrop import appearances
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

LEAST: Final = 3  # WCAG technique G183


class LinkInText(NamedTuple):
    """A link, and an element with the text around it."""

    element: Node
    around: Node


class LinkDistinct(Rule[Page, LinkInText]):
    """Who does not tell colours apart does not find a link that nothing but its colour makes one.

    Underline links in text.
    """

    id = "link-distinct"
    title = msg("Links in text do not differ by colour alone")
    severity = Severity.BLOCKING
    requirements = wcag("1.4.1")

    def applicability(self, page: Page) -> Iterator[LinkInText]:
        """Yield the visible links that stand in a line of other text."""
        return (LinkInText(link, around) for link, around in links_in_text(page.dom))

    def expectation(self, link: LinkInText) -> Verdict:
        """Require an underline, or another mark, or that the link is much lighter or darker than the text."""
        if is_marked(link.element, link.around):
            return PASSED
        ratio = _contrast(link.element, link.around)
        if ratio is not None and ratio >= LEAST:
            return PASSED
        name = " ".join(link.element.text.split())
        if ratio is None or not is_complete(link.element.dom):
            return CannotTell(
                msg('Perhaps only its colour tells the link "{name}" from the text. Underline it.', name=name)
            )
        return Failed(
            msg('Nothing but its colour tells the link "{name}" from the text. Underline it.', name=name)
        )


def _contrast(link: Node, around: Node) -> float | None:
    """Return the contrast between the colours of two texts; None where one is not known."""
    first, second = appearances(link), appearances(around)
    if not first or not second:
        return None
    return contrast(first[0].text, second[0].text)
