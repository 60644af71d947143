"""A telephone number on a page is a link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.contacts._linked import Shown, shown
from checks.contacts._reading import telephone_of
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from checks.subjects.contacts import Kind
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_FAX: Final = re.compile(r"\b(?:tele)?fax", re.IGNORECASE)
_DETAIL: Final = 60  # characters: a line of contact details, not a paragraph that a number stands in


class PhoneLinked(Rule[Page, Shown]):
    """Who reads on a telephone wants to press the number; one that is no link must be remembered or typed.

    Make the number a link: tel: and the number with +46 and without spaces. Once on a page is enough.
    """

    id = "phone-linked"
    title = msg("Telephone numbers are links")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Shown]:
        """Yield the numbers in contact details, without short ones, which are easily dialled, and faxes."""
        for number in shown(page, Kind.TELEPHONE):
            telephone, line = telephone_of(number.mention), number.mention.block
            if telephone and not telephone.is_short and len(line) <= _DETAIL and not _FAX.search(line):
                yield number

    def expectation(self, number: Shown) -> Verdict:
        """Require a link, here or elsewhere on the page."""
        if number.is_linked:
            return PASSED
        telephone = telephone_of(number.mention)
        address = telephone.number if telephone else ""
        return Failed(msg("This telephone number is no link. Make it one: tel:{address}.", address=address))
