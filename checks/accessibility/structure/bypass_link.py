"""A link leads to what is a page's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.structure._bypass import WayRule, has_link, may_jump
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.dom.tree import Dom


class BypassLink(WayRule):
    """Who uses a keyboard without a screen reader has neither headings nor landmarks to jump to, only links.

    Let the first link of every page lead to its own content: <a href="#innehall">Till innehållet</a>,
    and give the main element that id. It may be hidden until it has the focus.
    """

    id = "bypass-link"
    title = msg("A link leads to a page's own content")
    act = ("ye5d6e",)
    question = msg("No link leads past the menu. See whether a button does, or whether none is needed.")
    demand = msg(
        "No link leads past the menu to this page's own content. Make it the first link of the page."
    )

    def is_there(self, dom: Dom) -> bool:
        """Return whether a link leads just behind what the page repeats of others."""
        return has_link(dom)

    def may_be_there(self, dom: Dom) -> bool:
        """Return whether a button may do what no link does, or what the page repeats is not known."""
        return super().may_be_there(dom) or may_jump(dom)
