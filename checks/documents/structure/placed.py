"""What is known of an element beyond its node, with the element's place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.documents.structure.element import Element


@dataclass(frozen=True, slots=True)
class Placed:
    """Something that stands where its element stands."""

    element: Element

    @property
    def page(self) -> int:
        """Return the page on which it begins, counted from 1; 0 where nothing tells."""
        return self.element.page

    @property
    def path(self) -> str:
        """Return its place in the tags."""
        return self.element.path
