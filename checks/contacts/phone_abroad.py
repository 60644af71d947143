"""Readers abroad learn which numbers they may not reach."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checks.contacts._reading import in_text, telephone_of
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from checks.subjects.contacts import Kind, Mention
from checks.values.address import is_domestic
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

_HINT = re.compile(
    r"abroad|outside (?:of )?sweden|(?:within|inside|only in|from) sweden|other countries|overseas"
    r"|ausland|außerhalb|innerhalb schwedens|nur (?:in|aus) schweden|utomlands|utlandet",
    re.IGNORECASE,
)


class Unreachable(NamedTuple):
    """A number like 020 or 0771, and whether the page says what to do abroad."""

    mention: Mention
    is_explained: bool

    @property
    def element(self) -> Node:
        """Return where it stands."""
        return self.mention.node


class PhoneAbroad(Rule[Page, Unreachable]):
    """Numbers that begin with 020 or 0771 often cannot be reached from abroad, where the reader may be.

    Say so beside the number, or give one that can be reached from everywhere as well.
    """

    id = "phone-abroad"
    title = msg("Readers abroad learn which numbers they cannot reach")
    severity = Severity.ADVISORY
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Unreachable]:
        """Yield such numbers in texts for readers of other languages."""
        mentions = [mention for mention in in_text(page, Kind.TELEPHONE) if telephone_of(mention)]
        reachable = any(_is_reachable(mention) for mention in mentions)
        for mention in mentions:
            telephone = telephone_of(mention)
            if telephone and telephone.is_hard_to_reach and not is_domestic(mention.language):
                yield Unreachable(mention, reachable or _says_so(page))

    def expectation(self, number: Unreachable) -> Verdict:
        """Require another number, or a word on calls from abroad."""
        if number.is_explained:
            return PASSED
        return Failed(
            msg(
                "{number} may not be reached from abroad. Say so, or give another number too.",
                number=number.mention.written,
            )
        )


def _is_reachable(mention: Mention) -> bool:
    telephone = telephone_of(mention)
    return telephone is not None and not telephone.is_short and not telephone.is_hard_to_reach


def _says_so(page: Page) -> bool:
    return any(_HINT.search(block.text) for block in page.contacts.blocks)
