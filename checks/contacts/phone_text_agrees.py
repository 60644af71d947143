"""A link shows the number that it dials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checks.contacts._reading import links
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from checks.values import telephone
from checks.values.spaces import as_typed
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

_DIGITS = re.compile(r"[\d +()./-]+")
_FEWEST = 5  # digits of a local number


class Shown(NamedTuple):
    """A link that dials ``number``, and what it shows; ``attribute`` where that is read out only."""

    element: Node
    number: str
    text: str
    home: str | None
    attribute: str | None = None


class PhoneTextAgrees(Rule[Page, Shown]):
    """Who taps on a number reaches somebody else than who reads it and dials.

    Write the same number in the text and in the address of the link.
    """

    id = "phone-text-agrees"
    title = msg("Links show the telephone number that they dial")
    severity = Severity.BLOCKING
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Shown]:
        """Yield the links to telephone numbers that show one."""
        for link in links(page, "tel"):
            number = re.sub(r"[^\d+]", "", link.get("href").partition(":")[2].partition(";")[0])
            texts = [(link.text, None), (link.get("aria-label"), "aria-label"), (link.get("title"), "title")]
            for text, attribute in texts:
                shown = _shown(" ".join(text.split()), page.contacts.home)
                if shown is not None:
                    yield Shown(link, number, shown, page.contacts.home, attribute)

    def expectation(self, shown: Shown) -> Verdict:
        """Require the number that the link dials."""
        dialled = telephone.read(shown.number, shown.home)
        target = dialled.number if dialled else shown.number
        if _leads_to(shown.text, target, shown.home):
            return PASSED
        return Failed(
            msg(
                "The text says {text}, but the link dials {number}. Write the same number in both.",
                text=shown.text,
                number=shown.number,
            ),
            shown.attribute,
        )


def _shown(text: str, home: str | None) -> str | None:
    """Return the number in ``text``, or the digits that are all of it; None where it shows none."""
    found = next((number for number in telephone.find(text, home) if number.is_certain), None)
    if found is not None:
        return found.text
    digits = sum(map(str.isdigit, text))
    return text if digits >= _FEWEST and _DIGITS.fullmatch(as_typed(text)) else None


def _leads_to(text: str, target: str, home: str | None) -> bool:
    number = telephone.read(text, home)
    if number is not None and number.number == target:
        return True
    digits = re.sub(r"\D", "", text)
    return not text.lstrip("(").startswith(("0", "+")) and target.endswith(digits)
