"""What looks like a telephone number is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from checks.subjects.contacts import Kind, Mention, Source
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PhoneNumber(Rule[Page, Mention]):
    """A number with a digit too few or too many reaches nobody, and the visitor cannot guess the right one.

    Compare it with the number that it was copied from. A Swedish number is written with its area code
    and groups of two or three digits: 021-39 26 36.
    """

    id = "phone-number"
    title = msg("What looks like a telephone number can be dialled")
    severity = Severity.BLOCKING
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Mention]:
        """Yield the numbers, and what looks like one, in text and data."""
        found = page.contacts.of(Kind.TELEPHONE, sources=[Source.TEXT, Source.ATTRIBUTE, Source.DATA])
        return (mention for mention in found if mention.said.is_certain)

    def expectation(self, mention: Mention) -> Verdict:
        """Require a number that exists, without a single digit at its end."""
        if not mention.said.key.startswith("?"):
            return PASSED
        return Failed(
            msg(
                "{number} is no telephone number: is a digit missing, or one too many? Correct it.",
                number=mention.written,
            ),
            mention.attribute,
        )
