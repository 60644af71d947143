"""What is a page's own stands in a landmark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.structure._bypass import WayRule, has_landmark
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.dom.tree import Dom


class BypassLandmark(WayRule):
    """Screen readers have a key that jumps to the next landmark; a page's own content should be one.

    Put the page's own content, and nothing of the menu before it, in a main element.
    """

    id = "bypass-landmark"
    title = msg("A page's own content stands in a landmark")
    act = ("b40fd1",)
    question = msg("No landmark stands behind the menu. See whether other pages have the same menu.")
    demand = msg("No landmark begins with this page's own content. Put it in a main element.")

    def is_there(self, dom: Dom) -> bool:
        """Return whether a landmark begins behind what the page repeats of others."""
        return has_landmark(dom)
