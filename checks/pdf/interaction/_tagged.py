"""The base of the rules that ask annotations to be nested in an element of a type (PDF/UA-1, 7.18)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from checks.model import PASSED, Failed, Verdict
from checks.pdf._owned import AnnotationRule, Owned

if TYPE_CHECKING:
    from pipeline.model import Message


class TaggedRule(AnnotationRule):
    """Annotations stand in elements of the type ``role``."""

    role: ClassVar[str]

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
