"""What elements may stand in, and what they may hold.

An element without a type that anybody knows fits nowhere; NonStruct is looked through, as it has no
meaning of its own (ISO 32000-1, table 333).
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from checks.model import PASSED, Failed, Verdict
from checks.pdf.structure._elements import ElementRule

if TYPE_CHECKING:
    from checks.documents.structure import Element
    from pipeline.model import Message


class ParentRule(ElementRule):
    """Elements of a type stand in one of these ``parents``; ``message`` is for those that do not."""

    parents: ClassVar[tuple[str, ...]]
    message: ClassVar[Message]

    def judge(self, element: Element) -> Verdict:
        """Require a parent that gives the element its meaning."""
        holder = element.holder
        return PASSED if holder is not None and holder.role in self.parents else Failed(self.message)


class KidsRule(ElementRule):
    """Elements of a type hold no elements but those of the types in ``kids``."""

    kids: ClassVar[tuple[str, ...]]

    def judge(self, element: Element) -> Verdict:
        """Require kids that have a meaning here."""
        strange = next((kid for kid in element.members if kid.role not in self.kids), None)
        return PASSED if strange is None else Failed(self.message(strange.type or "?"))

    @abstractmethod
    def message(self, found: str) -> Message:
        """Return what to say of a kid of the type ``found``."""


class SingleKidRule(ElementRule):
    """Elements of a type hold at most one element of the type ``kid``."""

    kid: ClassVar[str]

    def judge(self, element: Element) -> Verdict:
        """Require one or none."""
        number = sum(kid.role == self.kid for kid in element.members)
        return PASSED if number <= 1 else Failed(self.message(number))

    @abstractmethod
    def message(self, number: int) -> Message:
        """Return what to say where there are ``number`` of them."""


class CompanyRule(ElementRule):
    """Elements of a type that hold one of the type ``kid`` hold one of the type ``company``, too."""

    kid: ClassVar[str]
    company: ClassVar[str]
    message: ClassVar[Message]

    def judge(self, element: Element) -> Verdict:
        """Require both, or no ``kid``."""
        held = {kid.role for kid in element.members}
        return Failed(self.message) if self.kid in held and self.company not in held else PASSED


class CaptionPlaceRule(ElementRule):
    """A caption stands at the beginning of what it names, or ``may_end`` it."""

    may_end: ClassVar[bool] = False
    message: ClassVar[Message]

    def judge(self, element: Element) -> Verdict:
        """Require that no caption stands among the other kids."""
        held = [kid.role for kid in element.members]
        among = held[1:-1] if self.may_end else held[1:]
        return Failed(self.message) if "Caption" in among else PASSED
