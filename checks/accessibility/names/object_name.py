"""Embedded images, films and recordings have a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.names._media import media_type
from checks.dom.exposure import is_exposed
from checks.dom.names import accessible_name
from checks.dom.roles import explicit_role
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEDIA: Final = frozenset({"audio", "image", "video"})


class ObjectName(Rule[Page, Node]):
    """Who cannot see or hear what an object embeds needs words that stand for it.

    Say in title or aria-label what the object shows. Where it only decorates, give it the role none.
    """

    id = "object-name"
    title = msg("Embedded images, films and recordings have a name")
    severity = Severity.BLOCKING
    requirements = wcag("1.1.1")
    act = ("8fc3b6",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the objects that show an image, a film or a recording."""
        for node in page.dom.all("object"):
            if explicit_role(node) is None and media_type(node) in _MEDIA and is_exposed(node):
                yield node

    def expectation(self, embedded: Node) -> Verdict:
        """Require a name."""
        if accessible_name(embedded):
            return PASSED
        return Failed(
            msg(
                "The object {source} has no name. Say in title what it shows or lets hear.",
                source=embedded.get("data"),
            )
        )
