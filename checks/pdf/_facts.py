"""Rules on the facts of a document; where a part of them was not read to its end, nobody can tell."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from checks.documents.opened import Gap
from checks.model import CannotTell, Rule, Verdict
from checks.requirements import Chapter
from checks.subjects import Document
from pipeline.model import msg

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
        """Yield the targets, then what was not read of the parts where they are: of each kind the first."""
        yield from self.targets(document.facts)
        met: set[str] = set()
        for gap in document.facts.gaps:
            if gap.what in self.parts and gap.why not in met:
                met.add(gap.why)
                yield gap

    def expectation(self, target: T | Gap) -> Verdict:
        """Judge a target; of what was not read, nobody can tell."""
        return cannot_tell(target) if isinstance(target, Gap) else self.judge(target)

    @abstractmethod
    def targets(self, facts: Facts) -> Iterable[T | Gap]:
        """Yield the targets in document order; a gap in place of what could not be worked out."""

    @abstractmethod
    def judge(self, target: T) -> Verdict:
        """Judge one target."""


def cannot_tell(gap: Gap) -> CannotTell:
    """Return what is answered where something was not read."""
    return CannotTell(_TOO_LARGE if gap.why == "limit" else _DAMAGED)


_TOO_LARGE = msg(
    "The document is too large to be judged to its end. Split it, or let a person judge the rest."
)
_DAMAGED = msg("A part of the document is damaged, so that this cannot be judged. Export the document anew.")
