"""Addresses of people in links: how ``mailto:`` (RFC 6068) and ``tel:`` (RFC 3966) are written."""

from __future__ import annotations

import re
from typing import Final

from checks.values import telephone
from checks.values.email import Mailto, is_valid
from pipeline.model import Message, msg

CONTEXT: Final = ";phone-context="  # in which a number without a country code is one
_MAILTO: Final = "mailto:"
_PARAMETERS: Final = r"(?:;[A-Za-z0-9-]+(?:=[\w.!~*'()%\[\]/:&+$-]+)?)*"
_TEL: Final = re.compile(rf"tel:(?P<number>\+[\d().-]+|[\d().#*-]+){_PARAMETERS}", re.IGNORECASE | re.ASCII)
_SPACE: Final = re.compile(r"\s|%20|%C2%A0", re.IGNORECASE)


def fault_of_mailto(href: str) -> Message | None:
    """Return what is wrong with a ``mailto:`` address as RFC 6068 has it; None where nothing is."""
    mail = Mailto.parse(href.strip())
    if href != href.strip() or mail.unsafe.isspace() or any(one != one.strip() for one in mail.recipients):
        return msg("{address} has a space in it. Take it out; in a subject, write %20.", address=href)
    if mail.unsafe:
        return msg(
            "{address} holds {character}, which mail programs read differently. Write it percent-encoded.",
            address=href,
            character=mail.unsafe,
        )
    if href.strip()[len(_MAILTO) :].startswith("//"):
        return msg("{address} has slashes that belong to no e-mail address. Take them out.", address=href)
    wrong = next((one for one in (*mail.recipients, *mail.copied) if not is_valid(one)), None)
    if wrong is not None:
        return msg("{recipient} is no e-mail address. Correct it.", recipient=wrong)
    if not mail.recipients and not mail.fields:
        return msg("{address} names nobody. Write the e-mail address behind it.", address=href)
    return None


def fault_of_tel(href: str) -> Message | None:
    """Return what is wrong with how a ``tel:`` address is written (RFC 3966); None where nothing is."""
    if _SPACE.search(href):
        return msg("{address} has a space in it. Write the digits together.", address=href)
    address = _TEL.fullmatch(href)
    if address is None:
        return msg("{address} is no telephone address. Write it like tel:+4621392636.", address=href)
    digits = re.sub(r"\D", "", address["number"])
    if re.match(r"\+46-?[(]?0", address["number"]):
        return msg("{address} has a 0 behind the country code. Leave the 0 out.", address=href)
    if address["number"].startswith("+") or digits in telephone.SHORT or CONTEXT in href.lower():
        return None
    number = telephone.read(digits, telephone.SWEDEN)
    return msg(
        "{address} has no country code. Write it like {example}.",
        address=href,
        example=f"tel:{number.number}" if number and digits.startswith("0") else "tel:+4621392636",
    )
