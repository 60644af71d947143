"""Remarks that people have laid on the pages, and the base of the rules on them."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from checks.pdf._facts import FactsRule
from checks.pdf._owned import owned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.annotations import Annotation
    from checks.pdf._owned import Owned


class Remarks(NamedTuple):
    """The remarks of a kind on one page; perhaps none."""

    page: int
    found: tuple[Owned, ...]


class RemarksRule(FactsRule[Remarks]):
    """A rule on remarks, one page at a time: forty on a page are no forty tasks."""

    parts = ("annotations",)

    def targets(self, facts: Facts) -> Iterator[Remarks]:
        """Yield the pages on which anything was laid, with the remarks of the kind among it."""
        for page, found in groupby(owned(facts), key=attrgetter("page")):
            yield Remarks(page, tuple(one for one in found if self.concerns(one.annotation)))

    def concerns(self, annotation: Annotation) -> bool:
        """Return whether ``annotation`` is a remark of the kind."""
        raise NotImplementedError
