"""A link with a telephone number dials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.contacts._reading import links
from checks.dom.tree import Node
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from checks.values import telephone
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARAMETERS = r"(?:;[A-Za-z0-9-]+(?:=[\w.!~*'()%\[\]/:&+$-]+)?)*"
_ADDRESS = re.compile(rf"tel:(?P<number>\+[\d().-]+|[\d().#*-]+){_PARAMETERS}", re.IGNORECASE | re.ASCII)
_SPACE = re.compile(r"\s|%20|%C2%A0", re.IGNORECASE)
_CONTEXT = ";phone-context="


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
        fault = _malformed(href)
        if fault is not None:
            return Failed(fault, "href")
        number = href.partition(":")[2].partition(";")[0]
        if not number.startswith("+") or _CONTEXT in href.lower() or telephone.read(number, None):
            return PASSED
        fault = msg("{address} is no number that exists. Count its digits.", address=href)
        return CannotTell(fault, "href") if telephone.may_exist(number) else Failed(fault, "href")


def _malformed(href: str) -> Message | None:
    if _SPACE.search(href):
        return msg("{address} has a space in it. Write the digits together.", address=href)
    address = _ADDRESS.fullmatch(href)
    if address is None:
        return msg("{address} is no telephone address. Write it like tel:+4621392636.", address=href)
    digits = re.sub(r"\D", "", address["number"])
    if re.match(r"\+46-?[(]?0", address["number"]):
        return msg("{address} has a 0 behind the country code. Leave the 0 out.", address=href)
    if address["number"].startswith("+") or digits in telephone.SHORT or _CONTEXT in href.lower():
        return None
    number = telephone.read(digits, telephone.SWEDEN)
    return msg(
        "{address} has no country code. Write it like {example}.",
        address=href,
        example=f"tel:{number.number}" if number and digits.startswith("0") else "tel:+4621392636",
    )
