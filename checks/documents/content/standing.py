"""What content stands in: elements of the structure, artifacts, languages; through the forms of a page."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.documents.content.marks import ARTIFACT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.content.marks import Mark, Placed, Sheet
    from checks.documents.structure import Element, Structure

MOST: Final = 200_000  # marks of a page, counted as often as their form is painted in something else


class Standing(NamedTuple):
    """What content is painted in: the number of an element, whether an artifact, a language."""

    owner: int | None = None
    is_artifact: bool = False
    language: str | None = None


class Stood(NamedTuple):
    """A mark and what it stands in; ``own`` is the element that names this mark itself.

    ``images`` counts the images in it that no element holds as objects.
    """

    mark: Mark
    standing: Standing
    above: Standing
    own: Element | None
    images: int


def stood(page: Sheet, number: int, structure: Structure) -> list[Stood]:
    """Return the marks of a page and of the forms on it, a mark before those in it.

    After ``MOST`` of them the page is no longer whole.
    """
    marks = _walk(page, number, structure)
    found = list(islice(marks, MOST))
    page.is_whole = page.is_whole and next(marks, None) is None
    return found


def _walk(page: Sheet, number: int, structure: Structure) -> Iterator[Stood]:
    first = (page, Standing(language=structure.language))
    waiting, met = [first], {first}
    while waiting:
        sheet, outer = waiting.pop()
        inside: dict[Mark, Standing] = {}
        yield from _of_sheet(sheet, outer, _Owners(structure, sheet, number if sheet is page else 0), inside)
        for placed in sheet.placed:
            if placed.form is not None:
                inner = (placed.form, _with_object(inside[placed.mark], placed, structure))
                if inner not in met:
                    met.add(inner)
                    waiting.append(inner)


def _of_sheet(
    sheet: Sheet, outer: Standing, owners: _Owners, inside: dict[Mark, Standing]
) -> Iterator[Stood]:
    """Yield the marks of one stream, and note in ``inside`` what stands in each."""
    owned = Counter(placed.mark for placed in sheet.placed if owners.has_object(placed))
    for mark in sheet.marks:
        above = outer if mark.parent is None else inside[mark.parent]
        own = owners.owner(mark.properties.mcid)
        standing = inside[mark] = _in_mark(above, mark, own)
        yield Stood(mark, standing, above, own, mark.images - owned[mark])


def _in_mark(above: Standing, mark: Mark, own: Element | None) -> Standing:
    language = mark.properties.language
    if own is None and language is None and mark.tag != ARTIFACT:
        return above
    inherited = above.language if own is None else own.language
    return Standing(
        above.owner if own is None else own.number,
        above.is_artifact or mark.tag == ARTIFACT,
        inherited if language is None else language,
    )


def _with_object(standing: Standing, placed: Placed, structure: Structure) -> Standing:
    """Return what the content of a form stands in, which an element may hold as an object (14.7.4.3)."""
    owner = structure.owner_of_object(placed.object)
    return standing if owner is None else standing._replace(owner=owner.number, language=owner.language)


class _Owners:
    """Who owns the marked content of one stream: by the structure tree, or else by the parent tree."""

    def __init__(self, structure: Structure, sheet: Sheet, page: int) -> None:
        self._structure = structure
        self._sheet = sheet
        self._page = page  # 0: the sheet is a form
        key = sheet.struct_parents
        self._by_number = () if key is None else structure.owners_of_key(key)

    def owner(self, mcid: int | None) -> Element | None:
        if mcid is None or mcid < 0:
            return None
        owner = (
            self._structure.owner_of_content(self._page, mcid)
            if self._page
            else self._structure.owner_of_form_content(self._sheet.id, mcid)
        )
        if owner is None and mcid < len(self._by_number):
            return self._by_number[mcid]
        return owner

    def has_object(self, placed: Placed) -> bool:
        """Return whether an element holds an image as a whole."""
        is_image = placed.form is None and placed.object != 0
        return is_image and self._structure.owner_of_object(placed.object) is not None
