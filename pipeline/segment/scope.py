"""What an element inherits from those around it: ITS 2.0's data categories, as local HTML attributes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.segment.elements import NESTED, PRESERVE_SPACE, WITHIN_TEXT
from pipeline.skeleton import LocaleFilter

if TYPE_CHECKING:
    from pipeline.page import Element


INHERITED = frozenset(
    "translate xml:space data-context its-loc-note its-loc-note-ref its-locale-filter-list lang".split()
)
"""Attributes that say something of all that an element holds."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The inherited values at one element; ``says_language`` where its author has marked its language."""

    translate: bool = True
    preserve_space: bool = False
    context: str | None = None
    notes: tuple[str, ...] = ()
    filters: tuple[LocaleFilter, ...] = ()
    says_language: bool = False

    def within(self, element: Element) -> Scope:
        """Return the scope inside ``element`` (ITS 2.0 §8.2, 8.3, 8.6, 8.15)."""
        scope = self
        if INHERITED.isdisjoint(element.attrs) and element.tag not in PRESERVE_SPACE:
            return self
        if (translate := attribute(element, "translate")) is not None:
            scope = replace(scope, translate=translate.lower() != "no")
        if element.tag in PRESERVE_SPACE or attribute(element, "xml:space") == "preserve":
            scope = replace(scope, preserve_space=True)
        if context := attribute(element, "data-context"):
            scope = replace(scope, context=context)
        if note := localization_note(element):
            scope = replace(scope, notes=(*scope.notes, note))
        if locale_filter := own_filter(element):
            scope = replace(scope, filters=(*scope.filters, locale_filter))
        if "lang" in element.attrs:
            scope = replace(scope, says_language=True)
        return scope


def attribute(element: Element, name: str) -> str | None:
    """Return an attribute's value as one string, None where the element has it not."""
    attributes = element.attrs
    if name not in attributes:
        return None
    value = attributes[name]
    return " ".join(value) if isinstance(value, list) else value or ""


def localization_note(element: Element) -> str | None:
    """Return the element's own note for translators (ITS 2.0 §8.3), an alert marked as such."""
    note = attribute(element, "its-loc-note")
    if not note:
        reference = attribute(element, "its-loc-note-ref")
        return f"See {reference}" if reference else None
    note = " ".join(note.split())
    return f"Important: {note}" if attribute(element, "its-loc-note-type") == "alert" else note


def own_filter(element: Element) -> LocaleFilter | None:
    """Return the element's own Locale Filter (ITS 2.0 §8.6); None where all languages are meant."""
    if not element.attrs:
        return None
    ranges = attribute(element, "its-locale-filter-list")
    if ranges is None:
        return None
    exclude = attribute(element, "its-locale-filter-type") == "exclude"
    return LocaleFilter(tuple(part.strip() for part in ranges.split(",") if part.strip()), exclude)


def within_text(element: Element) -> bool:
    """Tell whether ``element`` stands inside a sentence (ITS 2.0 §8.4, Elements Within Text)."""
    said = attribute(element, "its-within-text") if element.attrs else None
    if said is not None:
        return said.lower() != "no"
    if element.tag in NESTED:
        return True
    return element.tag in WITHIN_TEXT and not any(
        _breaks_text(child) for child in element.iter_elements() if child.namespace is element.namespace
    )


def _breaks_text(element: Element) -> bool:
    """Tell whether an element takes all around it out of a sentence."""
    said = attribute(element, "its-within-text")
    if said is not None:
        return said.lower() == "no"
    return element.tag not in WITHIN_TEXT and element.tag not in NESTED


def is_nested(element: Element) -> bool:
    """Tell whether an element inside a sentence has text of its own, apart from the sentence's."""
    said = attribute(element, "its-within-text")
    is_apart = said.lower() == "nested" if said else element.tag in NESTED
    return is_apart or own_filter(element) is not None
