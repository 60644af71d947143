"""Every character reference means a character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.dom.tree import Node
from checks.html._targets import faults_or_page
from checks.html._written import CHARACTER_REFERENCES, Piece, pieces
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_REFERENCE: Final = re.compile(r"&#?\w*?;?(?=.?$)")
_UNFINISHED: Final = "missing-semicolon-after-character-reference"


class CharacterReference(Rule[Page, Piece | Node]):
    """A cut-off or misspelled reference is shown as it is written, or as another character than was meant.

    End it with a semicolon: &aring; and not &aring. Write the character itself where the page is in UTF-8,
    and &amp; for the sign &.
    """

    id = "character-reference"
    title = msg("Character references are complete and known")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Piece | Node]:
        """Yield the references that the parser stumbles over."""
        return faults_or_page(page, pieces(page, CHARACTER_REFERENCES, _REFERENCE))

    def expectation(self, found: Piece | Node) -> Verdict:
        """Require that there are none."""
        if isinstance(found, Node):
            return PASSED
        if found.code == _UNFINISHED:
            return Failed(
                msg("The character reference {text} does not end with a semicolon. Add it.", text=found.text)
            )
        return Failed(
            msg(
                "The character reference {text} means no character. Write the character itself, "
                "or &amp; for a plain ampersand.",
                text=found.text,
            )
        )
