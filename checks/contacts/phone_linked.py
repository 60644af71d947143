"""A telephone number on a page is a link."""

from __future__ import annotations

import re
from functools import cache
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


class PhoneLinked(Rule[Page, Shown]):
    """Who reads on a telephone wants to press the number; one that is no link must be remembered or typed.

    Make the number a link: tel: and the number with +46 and without spaces. Once on a page is enough.
    """

    id = "phone-linked"
    title = msg("Telephone numbers are links")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Shown]:
        """Yield the numbers that people read, without short ones, which are easily dialled, and faxes."""
        fax_in = cache(_FAX.search)  # a text with many numbers is searched once
        for number in shown(page, Kind.TELEPHONE):
            telephone = telephone_of(number.mention)
            if telephone and not telephone.is_short and not fax_in(number.mention.block):
                yield number

    def expectation(self, number: Shown) -> Verdict:
        """Require a link, here or elsewhere on the page."""
        if number.is_linked:
            return PASSED
        telephone = telephone_of(number.mention)
        return Failed(
            msg(
                "{number} is no link. Make it one: tel:{address}.",
                number=number.mention.written,
                address=telephone.number if telephone else "",
            )
        )
