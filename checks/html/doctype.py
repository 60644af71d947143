"""Every page begins with the doctype of HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg
from pipeline.page import Doctype as Declaration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

_LEGACY: Final = "about:legacy-compat"  # what tools may write that cannot leave it out (HTML 13.1.1)


class Beginning(NamedTuple):
    """The document element of a page, and the doctype in front of it, if any."""

    element: Node
    declaration: Declaration | None


class Doctype(Rule[Page, Beginning]):
    """Without it, browsers draw a page as those of the last century did: sizes and margins come out wrong.

    Write <!DOCTYPE html> on the first line, and nothing more in it.
    """

    id = "doctype"
    title = msg("Pages begin with the doctype of HTML")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Beginning]:
        """Yield the beginning of a page that is served as HTML; a frame's own text needs none."""
        if page.is_html and page.dom.root is not None:
            children = page.tree.document.children
            found = (child for child in children if isinstance(child, Declaration))
            yield Beginning(page.dom.root, next(found, None))

    def expectation(self, beginning: Beginning) -> Verdict:
        """Require ``<!DOCTYPE html>``."""
        declaration = beginning.declaration
        if declaration is None:
            return Failed(msg("The page has no doctype. Begin it with <!DOCTYPE html>."))
        is_html = (declaration.name or "").lower() == "html"
        if is_html and not declaration.public_id and declaration.system_id in {None, "", _LEGACY}:
            return PASSED
        return Failed(msg("The doctype is that of an older standard. Write <!DOCTYPE html>."))
