"""A link has something that people see or hear."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, CannotTell, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf._owned import owned
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.content import PageContent
    from checks.documents.structure import Element
    from checks.pdf._owned import Owned


class TaggedLink(NamedTuple):
    """A link annotation, the structure element that it stands in, and whether that says anything.

    ``says`` is None where nobody can tell: not all of its page was read, or it is in several languages.
    """

    link: Owned
    element: Element
    says: bool | None

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
    parts = ("annotations", "structure", "content")

    def targets(self, facts: Facts) -> Iterator[TaggedLink]:
        """Yield the links that have the tag Link, each tag once."""
        met: set[int] = set()
        clear = {page.page for page in _pages(facts) if page.is_whole and not page.languages}
        for one in owned(facts):
            link = one.annotation
            element = one.enclosing("Link") if link.subtype == "Link" and link.is_perceivable else None
            if element is not None and element.number not in met:
                met.add(element.number)
                yield TaggedLink(one, element, _says(element, facts, clear))

    def judge(self, tagged: TaggedLink) -> Verdict:
        """Require text in the tag, one that stands for what is there, or a description."""
        if tagged.link.annotation.contents or tagged.says:
            return PASSED
        if tagged.says is None:
            return CannotTell(
                msg(
                    "Whether the link to {shown} has a text could not be read. See whether it says where it"
                    " leads.",
                    shown=tagged.link.shown,
                )
            )
        return Failed(
            msg(
                "The link to {shown} has no text. Delete it if it is left over, or write in it where it "
                "leads.",
                shown=tagged.link.shown,
            )
        )


def _pages(facts: Facts) -> tuple[PageContent, ...]:
    return () if facts.content is None else facts.content.pages


def _says(element: Element, facts: Facts, clear: set[int]) -> bool | None:
    """Return whether ``element`` has text, or one in place of what it shows; ``clear`` pages tell."""
    texts = {} if facts.content is None else facts.content.texts
    pages: set[int] = set()
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if one.node.alt or one.node.actual_text or texts.get(one.number, "").strip():
            return True
        pages |= {leaf.page for leaf in one.leaves if not leaf.object}
        waiting += one.kids
    return False if pages <= clear else None
