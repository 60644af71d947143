"""A link in a document says where it leads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checks.model import PASSED, CannotTell, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf._owned import owned
from checks.pdf._texts import Told, text_of
from checks.requirements import wcag
from checks.values.vague import has_letters, is_format, is_pointing, says_nothing
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LONG: Final = 80  # characters of an address that is read out letter by letter


@dataclass(frozen=True, slots=True)
class Named(Told):
    """A link that leads out of the document, its text, and the description that it has besides."""

    description: str


class PdfLinkDescriptive(FactsRule[Named]):
    """Screen readers list the links of a document; ten times "here" is a list of nothing.

    Put into the link what it is about: "Read more about the swimming hall", in place of "here" or of a
    long address. Then export again.
    """

    id = "pdf-link-descriptive"
    title = msg("Links in documents say by themselves where they lead")
    severity = Severity.ADVISORY
    requirements = wcag("2.4.9")
    parts = ("annotations", "structure", "content")

    def targets(self, facts: Facts) -> Iterator[Named]:
        """Yield the links to other places than in this document that have a text, each once."""
        leading = {action.annotation for action in facts.actions.all if action.address or action.file}
        met: set[int] = set()
        for one in owned(facts):
            link = one.annotation
            element = one.enclosing("Link") if link.id in leading and link.is_perceivable else None
            if element is None or element.number in met:
                continue
            met.add(element.number)
            text = text_of(element, facts)
            if text:
                yield Named(element, text, link.contents or "")

    def judge(self, link: Named) -> Verdict:
        """Require a text, or at least a description, that says more than "here", and no long address."""
        if _is_vague(link.text) and (not link.description or _is_vague(link.description)):
            return Failed(
                msg(
                    'The link "{text}" does not say where it leads. Put into the link what it is about, in '
                    "Word by Edit Hyperlink > Text to display, and export again.",
                    text=link.text,
                )
            )
        if len(link.text) >= _LONG and _ADDRESS.fullmatch(link.text):
            return CannotTell(
                msg(
                    "The text of this link is an address of {number} characters, which is read out letter by "
                    "letter. Unless readers need it on paper, write where it leads instead.",
                    number=len(link.text),
                )
            )
        return PASSED


def _is_vague(text: str) -> bool:
    return not has_letters(text) or says_nothing(text, "link") or is_format(text) or is_pointing(text)
