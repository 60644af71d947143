"""A link has something that people see or hear."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf._owned import owned
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.structure import Element
    from checks.pdf._owned import Owned


class TaggedLink(NamedTuple):
    """A link annotation, and the structure element that it stands in."""

    link: Owned
    element: Element

    @property
    def page(self) -> int:
        """Return the page that it lies on."""
        return self.link.page

    @property
    def path(self) -> str:
        """Return its place in the structure."""
        return self.element.path


class PdfLinkText(FactsRule[TaggedLink]):
    """An area that can be clicked and says nothing is a trap: a screen reader says "link", and no more.

    Delete it if it is left over: in Word, links remain on empty lines and spaces. If it is a picture, give
    the picture an alternative text.
    """

    id = "pdf-link-text"
    title = msg("Links in documents have a text")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.4", "4.1.2")
    parts = ("annotations", "structure")

    def targets(self, facts: Facts) -> Iterator[TaggedLink]:
        """Yield the links that have the tag Link, each tag once."""
        met: set[int] = set()
        for one in owned(facts):
            link = one.annotation
            element = one.enclosing("Link") if link.subtype == "Link" and link.is_perceivable else None
            if element is not None and element.number not in met:
                met.add(element.number)
                yield TaggedLink(one, element)

    def judge(self, tagged: TaggedLink) -> Verdict:
        """Require content in the tag, a text that stands for it, or a description."""
        if tagged.link.annotation.contents or _has_content(tagged.element):
            return PASSED
        return Failed(
            msg(
                "The link to {shown} has no text. Delete it if it is left over, or write in it where it "
                "leads.",
                shown=tagged.link.shown,
            )
        )


def _has_content(element: Element) -> bool:
    """Return whether anything is painted in ``element``, or stands for what is."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if one.node.alt or one.node.actual_text or any(not leaf.object for leaf in one.leaves):
            return True
        waiting += one.kids
    return False
