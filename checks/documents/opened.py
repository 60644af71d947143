"""An open document: its catalog, its pages, and what could not be looked at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from checks.documents.later import pypdf
from checks.documents.objects import Dictionary, as_dictionary, resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

ANNOTATIONS = 50_000  # of a document
PAGES = 20_000  # of a document that is judged page by page


class Gap(NamedTuple):
    """Something that was not looked at: what, and why, in words that :mod:`checks.pdf` translates."""

    what: str  # a part of Facts: "structure", "content" …
    why: str  # "limit", "broken"
    page: int = 0  # counted from 1; 0: no page


def why(error: Exception) -> str:
    """Return why something was not read that ``error`` was raised on."""
    is_limit = isinstance(error, (pypdf.errors.LimitReachedError, RecursionError))
    return "limit" if is_limit else "broken"


class Opened:
    """One document, open.  ``gaps`` grows while it is read."""

    def __init__(self, content: bytes, reader: PdfReader) -> None:
        """Keep the bytes, for what only they tell, beside what pypdf makes of them."""
        self.content = content
        self.reader = reader
        self.gaps: list[Gap] = []

    @cached_property
    def catalog(self) -> Dictionary:
        """Return the document catalog (ISO 32000-1, 7.7.2)."""
        return Dictionary(self.reader.root_object)

    @cached_property
    def trailer(self) -> Dictionary:
        """Return the trailer of the file (7.5.5)."""
        return Dictionary(self.reader.trailer)

    @cached_property
    def pages(self) -> tuple[Dictionary, ...]:
        """Return the leaves of the page tree in their order (7.7.3), each once, loops broken."""
        return tuple(self._leaves())

    @cached_property
    def page_numbers(self) -> dict[int, int]:
        """Return the number of each page, counted from 1, by the id of its dictionary."""
        return {page.id: number for number, page in enumerate(self.pages, 1)}

    def forget(self, read: Dictionary) -> None:
        """Let go of an object that was read to its end; who asks for it again reads it again."""
        self.reader.resolved_objects.pop((0, -read.id), None)

    @cached_property
    def annotations(self) -> tuple[tuple[int, Dictionary], ...]:
        """Return the annotations (12.5.2), each once, with the number of the page that they lie on."""
        found: dict[int, tuple[int, Dictionary]] = {}
        left = ANNOTATIONS
        for number, page in enumerate(self.pages, 1):
            listed = page.references("/Annots", left + 1)
            if len(listed) > left:
                self.gaps.append(Gap("annotations", "limit", number))
                break
            left -= len(listed)
            for annotation in self._annotations(listed, number):
                found.setdefault(annotation.id, (number, annotation))
        return tuple(found.values())

    def _annotations(self, listed: tuple[object, ...], page: int) -> Iterator[Dictionary]:
        for reference in listed:
            try:
                annotation = as_dictionary(resolved(reference))
            except Exception as error:  # noqa: BLE001 - whatever pypdf raises, this one is not known
                self.gaps.append(Gap("annotations", why(error), page))
            else:
                if annotation is not None:
                    yield annotation

    def _leaves(self) -> Iterator[Dictionary]:
        root = self.catalog.dictionary("/Pages")
        waiting = [] if root is None else [root]
        met: set[int] = set()
        number = 0
        while waiting:
            node = waiting.pop()
            if node.id in met:
                continue
            met.add(node.id)
            if "/Kids" in node:
                kids = (as_dictionary(kid) for kid in reversed(node.array("/Kids")))
                waiting += [kid for kid in kids if kid is not None]
                continue
            number += 1
            if number > PAGES:
                self.gaps.append(Gap("pages", "limit", number))
                return
            yield node
