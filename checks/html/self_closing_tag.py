"""No element but a void one is written as if it closed itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.dom.tree import Node
from checks.html._targets import faults_or_page
from checks.html._written import SELF_CLOSING, Piece, pieces
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG: Final = re.compile(r"(?<=^<)[^\s<>/]+")


class SelfClosingTag(Rule[Page, Piece | Node]):
    """In HTML <div/> opens an element and closes nothing: what follows ends up inside it.

    Write both tags, <div></div>. Only elements without content, such as <br> and <img>, have one tag.
    """

    id = "self-closing-tag"
    title = msg("Tags that close themselves are those of void elements")
    severity = Severity.BLOCKING
    requirements = wcag("4.1.1")

    def applicability(self, page: Page) -> Iterator[Piece | Node]:
        """Yield the start tags that end in a slash, which browsers ignore."""
        return faults_or_page(page, pieces(page, SELF_CLOSING, _TAG, ahead=True))

    def expectation(self, found: Piece | Node) -> Verdict:
        """Require that there are none."""
        if isinstance(found, Node):
            return PASSED
        return Failed(
            msg("HTML does not take <{tag}/> for closed. Write </{tag}> where it ends.", tag=found.text)
        )
