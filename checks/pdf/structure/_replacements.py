"""What stands in the stead of something that cannot be read out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from checks.model import PASSED, Failed, Verdict
from checks.pdf.structure._elements import ElementRule
from checks.requirements import wcag

if TYPE_CHECKING:
    from checks.documents.structure import Element
    from pipeline.model import Message


class ReplacementRule(ElementRule):
    """Elements of a type have an alternative text, or text in their place, perhaps none (ActualText)."""

    requirements = wcag("1.1.1")
    message: ClassVar[Message]

    def judge(self, element: Element) -> Verdict:
        """Require one of the two; whether it says the same, a person must judge."""
        node = element.node
        return PASSED if node.alt or node.actual_text is not None else Failed(self.message)
