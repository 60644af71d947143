"""The base of the rules that ask annotations to be nested in an element of a type (PDF/UA-1, 7.18)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._owned import AnnotationRule, Owned

if TYPE_CHECKING:
    from pipeline.model import Message


class TaggedRule(AnnotationRule):
    """Annotations stand in elements of the type ``role``.

    ``untagged`` says what is wrong where the structure does not have it ({shown}), ``mistagged`` where it
    stands in an element of another type ({shown}, {tag}).
    """

    severity = Severity.BLOCKING
    role: ClassVar[str]
    untagged: ClassVar[Message]
    mistagged: ClassVar[Message]

    def judge(self, one: Owned) -> Verdict:
        """Require an element of the type around it (ISO 32000-1, 14.8.4.4.2 and 14.8.4.5)."""
        if one.enclosing(self.role) is not None:
            return PASSED
        if one.owner is None:
            return Failed(self.untagged.given(shown=one.shown))
        return Failed(self.mistagged.given(shown=one.shown, tag=one.owner.type))
