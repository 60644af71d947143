"""A link with a telephone number dials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.contacts._reading import links
from checks.dom.tree import Node
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from checks.values import telephone
from checks.values.reaching import CONTEXT, fault_of_tel
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PhoneLink(Rule[Page, Node]):
    """A telephone that gets a wrong address dials nothing, or dials somebody else.

    Write tel: and the number with its country code, without spaces: tel:+4621392636. Hyphens may
    stand in it. Short numbers such as 112 need no country code.
    """

    id = "phone-link"
    title = msg("Links with telephone numbers can be dialled")
    severity = Severity.BLOCKING

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the links to telephone numbers."""
        return links(page, "tel")

    def expectation(self, link: Node) -> Verdict:
        """Require an address as RFC 3966 has it, of a number that exists."""
        href = link.get("href")
        fault = fault_of_tel(href)
        if fault is not None:
            return Failed(fault, "href")
        number = href.partition(":")[2].partition(";")[0]
        if not number.startswith("+") or CONTEXT in href.lower() or telephone.read(number, None):
            return PASSED
        fault = msg("{address} is no number that exists. Count its digits.", address=href)
        return CannotTell(fault, "href") if telephone.may_exist(number) else Failed(fault, "href")
