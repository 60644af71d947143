"""An e-mail address on a page is a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.contacts._linked import Shown, shown
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from checks.subjects.contacts import Kind
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class EmailLinked(Rule[Page, Shown]):
    """An address that is no link must be copied letter by letter, which is hard without sight or a mouse.

    Make the address a link: mailto: and the same address. Once on a page is enough.
    """

    id = "email-linked"
    title = msg("E-mail addresses are links")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Shown]:
        """Yield the e-mail addresses that people read."""
        return shown(page, Kind.EMAIL)

    def expectation(self, address: Shown) -> Verdict:
        """Require a link, here or elsewhere on the page."""
        if address.is_linked:
            return PASSED
        return Failed(msg("{address} is no link. Make it one.", address=address.mention.written))
