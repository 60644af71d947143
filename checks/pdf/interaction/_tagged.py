"""The base of the rules that ask annotations to be nested in an element of a type (PDF/UA-1, 7.18)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from checks.model import PASSED, Failed, Verdict
from checks.pdf._owned import AnnotationRule, Owned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from pipeline.model import Message


class TaggedRule(AnnotationRule):
    """Annotations stand in elements of the type ``role``.

    In a document without tags the first one stands for all: that it has none is said elsewhere.
    """

    role: ClassVar[str]

    def targets(self, facts: Facts) -> Iterator[Owned]:
        """Yield the annotations that the rule is about; of a document without tags the first."""
        return super().targets(facts) if facts.structure is not None else islice(super().targets(facts), 1)

    def judge(self, one: Owned) -> Verdict:
        """Require an element of the type around it (ISO 32000-1, 14.8.4.4.2 and 14.8.4.5)."""
        if one.enclosing(self.role) is not None:
            return PASSED
        return Failed(self.untagged(one) if one.owner is None else self.mistagged(one, one.owner.type))

    def untagged(self, one: Owned) -> Message:
        """Return what to say where the structure does not have it."""
        raise NotImplementedError

    def mistagged(self, one: Owned, tag: str) -> Message:
        """Return what to say where it stands in an element of another type."""
        raise NotImplementedError
