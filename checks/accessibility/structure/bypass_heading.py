"""What is a page's own has a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.structure._bypass import WayRule, has_heading
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.dom.tree import Dom


class BypassHeading(WayRule):
    """Most people who listen to pages jump between headings; one on a page's own content takes them there.

    Begin the page's own content with a heading that no other page has.
    """

    id = "bypass-heading"
    title = msg("A page's own content has a heading")
    act = ("047fe0",)
    question = msg("No heading stands behind the menu. See whether other pages have the same menu.")
    demand = msg("No heading marks this page's own content. Give it one that other pages do not have.")

    def is_there(self, dom: Dom) -> bool:
        """Return whether a heading, seen and met, stands behind what the page repeats of others."""
        return has_heading(dom)
