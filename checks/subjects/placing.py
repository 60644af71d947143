"""Where on a page of a site stands what rules speak of, of which only facts are remembered.

The page is read once more; the last one is kept for who asks several times.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from checks.model import Place
from checks.subjects.contacts import Mention
from checks.subjects.places import Places
from checks.subjects.shape import shaped
from pipeline.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.witness import Notes
    from checks.subjects.page import Page
    from checks.subjects.site import Site

_Read = tuple[tuple[str, "Page | None"], tuple[str, "Places | None"]]
_NO_PAGE: Final[_Read] = (("", None), ("", None))


class Placing:
    """Finds places in the pages of ``site``; ``notes`` is what that has asked of its files."""

    def __init__(self, site: Site) -> None:
        """Read no page yet."""
        self._site = site
        self.notes: Notes = {}
        self._read_again, self._places = _NO_PAGE
        self._read_to_place = _NO_PAGE

    def address(self, path: str, number: int, attribute: str | None) -> Place:
        """Return where the ``number``-th address of the page ``path`` stands, or an attribute beside it.

        The page is read once more; where it has changed or gone meanwhile, its first line answers.
        """
        places = self.places(path)
        place = None if places is None else places.place(number, attribute)
        return place or Place(Location(self._site.shown(path), 1))

    def places(self, path: str) -> Places | None:
        """Return the places of the addresses in a page that is read once more; None where it is gone."""
        if self._places[0] != path:
            page = self.again(path)
            self._places = (path, None if page is None else Places(page))
        return self._places[1]

    def said(self, path: str, number: int, *, card: bool = False) -> Place:
        """Return where the ``number``-th contact fact, or card, of the page ``path`` stands."""
        page = self.again(path)
        found = () if page is None else page.contacts.cards if card else page.contacts.mentions
        if page is None or number >= len(found):
            return Place(Location(self._site.shown(path), 1))
        target = found[number]
        return page.place(target, target.attribute if isinstance(target, Mention) else None)

    def counterpart(self, path: str, other: str, number: int, *, card: bool = False) -> Place:
        """Return where in the page ``path`` stands what answers to a contact fact of the page ``other``.

        Editions have the same elements; where this one lacks some, the nearest around them answers.
        """
        selector = self.said(other, number, card=card).selector
        page = self.again(path)
        while page is not None and selector:
            found = page.all(selector)
            if found:
                return page.place(found[0], None)
            selector = selector.rpartition(">")[0].strip()
        return Place(Location(self._site.shown(path), 1))

    def first(self, path: str, *selectors: str) -> Place:
        """Return where the first element stands that one of ``selectors`` finds; line 1 where none does."""
        page = self.again(path)
        found = [one for selector in selectors for one in page.all(selector)[:1]] if page is not None else []
        return page.place(found[0], None) if page and found else Place(Location(self._site.shown(path), 1))

    def shaped(self, path: str, number: int) -> Place:
        """Return where the ``number``-th element of a page's shape stands; line 1 where it has fewer."""
        page = self.again(path)
        found = shaped(page) if page is not None else []
        if page is None or not 0 <= number < len(found):
            return Place(Location(self._site.shown(path), 1))
        return page.place(found[number], None)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Find places in pages that are read once more: of each finding by itself, which ``notes`` notes.

        Nothing of that is remembered for what rules ask, and nothing that rules asked is used for it.
        """
        others = self._read_again, self._places
        self._read_again, self._places = self._read_to_place
        try:
            with self._site.witness.listening(aside=True) as notes:
                yield
        finally:
            self.notes.update(notes)
            self._read_to_place = self._read_again, self._places
            self._read_again, self._places = others

    def forget(self) -> None:
        """Keep no page that was read once more, so that the next subject asks for it itself."""
        self._read_again, self._places = _NO_PAGE
        self._read_to_place = _NO_PAGE
        self.notes = {}

    def again(self, path: str) -> Page | None:
        """Read a page once more; the last one is kept for who asks several times."""
        if self._read_again[0] != path:
            self._read_again = (path, self._site.read(path))
        return self._read_again[1]
