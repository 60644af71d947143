"""What earlier runs found out about pages among the others, as long as the others say the same.

Rules on a page among the others see what all pages say to one another (their facts), the site's settings,
the names of its files and some of what is in these: where any of that has changed, every page is judged
among the others anew, which is little work.  What they do not see are the words of other pages; but
the place of a finding is looked up in the page that it stands in.  So where only words have changed, those
findings are found again that have their places there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.witness import Asked, Question
from checks.hearing.packing import grounds, joined, parted, testimony

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.witness import Notes
    from checks.hearing.court import Court
    from checks.hearing.drawer import Drawer
    from checks.hearing.testimony import Testimony

WHOLE: Final = "/"  # the key of what is found of the site; no page has it for its path
_GENERAL: Final = "//"  # and of what all that is found depends on


class Among:
    """The pages of one site among one another, in a ``world`` of facts and settings."""

    def __init__(self, court: Court, number: int, drawer: Drawer, world: str) -> None:
        """Look nothing up yet."""
        self._court = court
        self._number = number
        self._site = court.sites[number]
        self._drawer = drawer
        self._world = world

    def testimonies(self) -> Iterator[Testimony]:
        """Yield what came of each page, and of the site."""
        kept = self._drawer.read_site(_GENERAL)
        if kept is None or not self._is_so(kept, self._world):
            return self._anew()
        return self._again(self._drawer.mark(kept))

    def _paths(self) -> Iterator[str]:
        yield from self._site.pages
        if self._site.whole:
            yield WHOLE

    def _judge(self, path: str) -> Testimony:
        if path == WHOLE:
            return self._court.whole(self._number)
        return self._court.beside(self._number, path)

    def _anew(self) -> Iterator[Testimony]:
        """Judge all, and keep it."""
        rows: dict[str, Testimony] = {}
        with self._site.witness.listening() as notes:
            for path in self._paths():
                rows[path] = self._judge(path)
                yield rows[path]
        for folder in self._site.files.listed:
            notes[Question(Asked.LIST, folder)] = self._site.files.names(folder)
        general = joined(self._world, notes)
        if general is None:
            return
        self._drawer.write_site(_GENERAL, general)
        mark = self._drawer.mark(general)
        for path, found in rows.items():
            self._keep(path, found, found.notes or {}, mark)

    def _again(self, mark: str) -> Iterator[Testimony]:
        """Judge only what has its places where something has changed."""
        noted: Notes = {}  # what is found for one may be used for the next
        for path in self._paths():
            found = self._known(path, mark)
            if found is None:
                with self._site.witness.listening() as notes:
                    found = self._judge(path)
                noted.update(notes)
                self._keep(path, found, {**noted, **(found.notes or {})}, mark)
            yield found

    def _known(self, path: str, mark: str) -> Testimony | None:
        row = self._drawer.read_site(path)
        if row is None:
            return None
        try:
            held, said = parted(row)
            if not self._is_so(held, mark):
                return None
            found = testimony(said, None)
        except ValueError:
            return None
        order = self._court.order_whole if path == WHOLE else self._court.order_beside
        return found if found.fits(order) else None

    def _is_so(self, kept: bytes, world: str) -> bool:
        try:
            content, notes = grounds(kept)
        except ValueError:
            return False
        return content == world and self._drawer.are_so(notes)

    def _keep(self, path: str, found: Testimony, notes: Notes, mark: str) -> None:
        row = joined(mark, notes, found)
        if row is not None:
            self._drawer.write_site(path, row)
