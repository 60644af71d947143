"""Texts in tags that a screen reader says in place of what the page shows, and their language."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from checks.documents.structure import Element
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.structure import Node
    from pipeline.model import Message


class TextLanguageRule(FactsRule[Element]):
    """A text of an element has a language: the element's, that of one around it, or the document's."""

    parts = ("structure",)
    severity = Severity.BLOCKING
    requirements = wcag("3.1.1")
    message: ClassVar[Message]

    def targets(self, facts: Facts) -> Iterator[Element]:
        """Yield the elements that have such a text."""
        if facts.structure is not None:
            yield from (one for one in facts.structure.elements if self.text(one.node) is not None)

    def judge(self, element: Element) -> Verdict:
        """Require a language."""
        return Failed(self.message) if element.language is None else PASSED

    @abstractmethod
    def text(self, node: Node) -> str | None:
        """Return the text that needs a language."""
