"""A statement has all the parts that the law asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.statement._law import swedish_statement
from checks.subjects import Page
from checks.subjects.statement import Grade, Part, statement_of
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checks.dom.tree import Node

_COMPLAINT: Final = "complaint"  # the link that Digg's template has
_AUTHORITIES: Final = ("digg.se", "pts.se")
_MISSING: Final[Mapping[str, Message]] = {
    Part.GRADE: msg(
        "The statement does not say how far the site meets the law. Write that it is fully, partially or "
        "not compliant."
    ),
    Part.FEEDBACK: msg(
        "The statement does not say how to report faults and ask for content in another form. Add it "
        "under a heading of its own."
    ),
    Part.ENFORCEMENT: msg(
        "The statement does not say who supervises the law. Add it under a heading of its own."
    ),
    Part.CONTENT: msg(
        "The statement does not list what is not accessible, and why. Add it under a heading of its own."
    ),
    Part.METHOD: msg(
        "The statement does not say how the site was tested. Add it under a heading of its own."
    ),
    Part.ASSESSED: msg("The statement does not say when the site was last assessed. Add the date."),
    Part.UPDATED: msg("The statement does not say when it was last updated. Add the date."),
    _COMPLAINT: msg(
        "The statement has no link to Digg, where people complain. Link to https://www.digg.se/tdosanmalan."
    ),
}


class Needed(NamedTuple):
    """A part that a statement needs, and whether it ``is_there``."""

    element: Node
    part: str
    is_there: bool


class StatementParts(Rule[Page, Needed]):
    """A statement that leaves out whom to turn to or what does not work helps nobody whom the site shuts out.

    Take Digg's template, or the model in Implementing Decision (EU) 2018/1523, and keep its headings.
    """

    id = "statement-parts"
    title = msg("Accessibility statements have all their parts")
    severity = Severity.BLOCKING

    def applicability(self, page: Page) -> Iterator[Needed]:
        """Yield the parts that a statement needs; one by the law of another country has other faults."""
        statement = statement_of(page)
        ruled = next(swedish_statement(page), None)
        if statement is None or (ruled is not None and ruled.foreign):
            return
        for part in Part:
            if part is not Part.CONTENT or Grade.FULL not in statement.grades.named:
                yield Needed(statement.element, part, part in statement.parts)
        if ruled is not None:
            yield Needed(statement.element, _COMPLAINT, _links_to_authority(page))

    def expectation(self, needed: Needed) -> Verdict:
        """Require that it is there."""
        return PASSED if needed.is_there else Failed(_MISSING[needed.part])


def _links_to_authority(page: Page) -> bool:
    addresses = (link.get("href").lower() for link in page.dom.all("a"))
    return any(name in address for address in addresses for name in _AUTHORITIES)
