"""Rules on the facts of a document; where a part of them was not read to its end, nobody can tell."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from checks.documents.opened import Gap
from checks.model import UNJUDGED, Rule, Verdict
from checks.requirements import Chapter
from checks.subjects import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.documents import Facts

T = TypeVar("T")


class FactsRule(Rule[Document, T | Gap], Generic[T]):
    """A rule on targets ``T`` in ``parts`` of the facts; what is left out there counts as a target, too."""

    chapter = Chapter.DOCUMENTS
    parts: ClassVar[tuple[str, ...]]

    def __init_subclass__(cls) -> None:
        """Note that the argument of the class is its target, not its subject."""
        super().__init_subclass__()
        cls.subject = Document

    def applicability(self, document: Document) -> Iterator[T | Gap]:
        """Yield the targets, then what was not read of the parts where they are."""
        yield from self.targets(document.facts)
        yield from (gap for gap in document.facts.gaps if gap.what in self.parts)

    def expectation(self, target: T | Gap) -> Verdict:
        """Judge a target; of what was not read, nobody can tell, as ``pdf-judged-whole`` says."""
        return UNJUDGED if isinstance(target, Gap) else self.judge(target)

    @abstractmethod
    def targets(self, facts: Facts) -> Iterable[T | Gap]:
        """Yield the targets in document order; a gap in place of what could not be worked out."""

    @abstractmethod
    def judge(self, target: T) -> Verdict:
        """Judge one target."""
