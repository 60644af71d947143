"""Annotations with the structure elements that own them, and the base of the rules on them."""

from __future__ import annotations

from abc import abstractmethod
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from checks.model import Failed
from checks.pdf._facts import FactsRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.documents import Facts
    from checks.documents.actions import Action
    from checks.documents.annotations import Annotation
    from checks.documents.structure import Element, Structure

_TRANSPARENT = {"Span", "NonStruct"}  # an annotation inside them is still what the element around them says


class Owned(NamedTuple):
    """An annotation, its owner in the structure, and what people know it by."""

    annotation: Annotation
    owner: Element | None
    shown: str

    @property
    def page(self) -> int:
        """Return the page that it lies on."""
        return self.annotation.page

    @property
    def path(self) -> str:
        """Return its place in the structure; outside of it, its number among the page's annotations."""
        return f"Annots[{self.annotation.number}]" if self.owner is None else self.owner.path

    @property
    def alt(self) -> str:
        """Return the alternative text of the elements that it is nested in as their one content."""
        return next((element.node.alt for element in self._around if element.node.alt), "")

    @property
    def language(self) -> str:
        """Return the language of texts where it stands: its element's, or of what that is in (14.9.2)."""
        return "" if self.owner is None else self.owner.language or ""

    @property
    def own_language(self) -> str:
        """Return the language of the elements that it is nested in as their one content."""
        return next((element.node.language for element in self._around if element.node.language), "")

    def enclosing(self, role: str) -> Element | None:
        """Return the element of the standard type ``role`` that it is nested in."""
        return next((element for element in self._around if element.role == role), None)

    @property
    def _around(self) -> Iterator[Element]:
        element = self.owner
        while element is not None:
            yield element
            element = element.parent if element.role in _TRANSPARENT else None


class AnnotationRule(FactsRule[Owned]):
    """A rule on annotations.

    In a document without tags, where everything is to do, the first that is at fault stands for all.
    Where not all of the structure could be read, those without an owner may have one: the gap speaks.
    """

    parts = ("annotations", "structure")

    def targets(self, facts: Facts) -> Iterator[Owned]:
        """Yield the annotations that the rule is about, page by page."""
        found = (one for one in owned(facts) if self.concerns(one.annotation))
        if any(gap.what == "structure" for gap in facts.gaps):
            return (one for one in found if one.owner is not None)
        return found if facts.structure is not None else self.first(found)

    def first(self, found: Iterable[Owned]) -> Iterator[Owned]:
        """Yield the first that is at fault; where none is, all."""
        every = tuple(found)
        at_fault = (one for one in every if isinstance(self.judge(one), Failed))
        return iter(tuple(islice(at_fault, 1)) or every)

    @abstractmethod
    def concerns(self, annotation: Annotation) -> bool:
        """Return whether the rule is about ``annotation``."""


def owned(facts: Facts) -> Iterator[Owned]:
    """Yield the annotations of a document, page by page, with their owners."""
    names = {action.annotation: aim for action in facts.actions.all if (aim := _aim(action))}
    names |= {widget: field.name for field in facts.fields for widget in field.widgets if field.name}
    for page in facts.annotated:
        for one in page.annotations:
            yield Owned(one, _owner(one, facts.structure), names.get(one.id) or one.contents or one.subtype)


def _aim(action: Action) -> str:
    """Return where a click leads: an address, or a page."""
    return action.address or (f"#page={action.destination}" if action.destination else "")


def _owner(annotation: Annotation, structure: Structure | None) -> Element | None:
    if structure is None or annotation.struct_parent is None:
        return None
    return structure.owner_of_key(annotation.struct_parent)
