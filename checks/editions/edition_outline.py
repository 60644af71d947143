"""The editions of a page have the same headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.editions._shapes import differ
from checks.model import PASSED, Rule, Severity, Verdict
from checks.subjects import SitePage
from checks.subjects.shape import HEADINGS
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.model import Place


class Outlines(NamedTuple):
    """The headings of ``page`` and of the ``original``: their levels in order, one digit each."""

    page: SitePage
    original: SitePage

    @property
    def here(self) -> str:
        """Return those of the page."""
        return self.page.facts.shape.outline

    @property
    def there(self) -> str:
        """Return those of the original."""
        return self.original.facts.shape.outline

    @property
    def at(self) -> int:
        """Return the number of the first heading that differs, from 0."""
        pairs = zip(self.here, self.there, strict=False)
        least = min(len(self.here), len(self.there))
        return next((at for at, (one, other) in enumerate(pairs) if one != other), least)

    def stands(self) -> Place:
        """Return where that heading stands, or the last one."""
        shape = self.page.facts.shape
        headings = [at for at, letter in enumerate(shape.content) if letter in HEADINGS]
        found = headings[: self.at + 1][-1:]
        number = len(shape.before) + found[0] if found else -1
        return self.page.site.placing.shaped(self.page.facts.path, number)


class EditionOutline(Rule[SitePage, Outlines]):
    """Headings are how readers find their way: where they differ, a section is missing or in a wrong place.

    Give this edition the headings of the one that it is translated from, in the same order and on the
    same levels.
    """

    id = "edition-outline"
    title = msg("Headings are the same in all languages")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Outlines]:
        """Yield the headings of an edition that has any, or whose original has."""
        original = page.original
        if original is not None:
            outlines = Outlines(page, original)
            if outlines.here or outlines.there:
                yield outlines

    def expectation(self, outlines: Outlines) -> Verdict:
        """Require the same levels in the same order."""
        here, there, at = outlines.here, outlines.there, outlines.at
        if here == there:
            return PASSED
        path = outlines.original.path
        if len(here) == len(there):
            fault = msg(
                "Heading {number} is an h{here} here and an h{there} in {path}. Give both the same level.",
                number=at + 1,
                here=here[at],
                there=there[at],
                path=path,
            )
        else:
            fault = msg(
                "The page has {here} headings, but {path} has {there}; heading {number} is the first to "
                "differ. Translate what is missing, or remove what is too much.",
                here=len(here),
                there=len(there),
                number=at + 1,
                path=path,
            )
        return differ(outlines.page, outlines.original, fault)
