"""What earlier runs found out about pages among the others, as long as the others say the same.

Rules on a page among the others see what all pages say to one another (their facts), the site's settings,
the names of its files and some of what is in these: where any of that has changed, every page is judged
among the others anew, which is little work.  What they do not see are the words of other pages; but
the place of a finding is looked up in the page that it stands in.  So where only words have changed, those
findings are found again that have their places there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.witness import Asked, Question, digest
from checks.hearing.packing import based, grounds, joined, parted, row_of, rows_in, testimony

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checks.dom.witness import Notes
    from checks.hearing.court import Court
    from checks.hearing.drawer import Drawer
    from checks.hearing.testimony import Testimony
    from checks.model import AnyRule

WHOLE: Final = "/"  # the key of what is found of the site; no page has it for its path
_GENERAL: Final = "//"  # what all that is found depends on
_EACH: Final = "///"  # what is found of each page, and of the site


class Among:
    """The pages of one site among one another, in a ``world`` of facts and settings."""

    def __init__(self, court: Court, number: int, drawer: Drawer, world: str) -> None:
        """Look nothing up yet."""
        self._court = court
        self._number = number
        self._site = court.sites[number]
        self._drawer = drawer
        self._world = world
        self._read: dict[tuple[bytes, bool], Testimony | None] = {}

    def testimonies(self) -> Iterator[Testimony]:
        """Yield what came of each page, and of the site."""
        kept = self._drawer.read_site(_GENERAL)
        if kept is None or not self._is_so(kept, self._world):
            return self._anew()
        return self._again(digest(kept) or "")

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
        found: dict[str, Testimony] = {}
        with self._site.witness.listening() as notes:
            for path in self._paths():
                found[path] = self._judge(path)
                yield found[path]
        for folder in self._site.files.listed:
            notes[Question(Asked.LIST, folder)] = self._site.files.names(folder)
        general = based(self._world, notes)
        if general is None or self._drawer.is_doubtful:
            return
        self._drawer.write_site(_GENERAL, general)
        mark = digest(general) or ""
        self._keep({path: joined(mark, each.notes or {}, each) for path, each in found.items()})

    def _again(self, mark: str) -> Iterator[Testimony]:
        """Judge only what has its places where something has changed."""
        rows: dict[str, bytes | None] = dict(rows_in(self._drawer.read_site(_EACH)))
        noted: Notes = {}  # what is found for one may be used for the next
        judged = False
        for path in self._paths():
            found = self._known(path, rows.get(path), mark)
            if found is None:
                with self._site.witness.listening() as notes:
                    found = self._judge(path)
                noted.update(notes)
                rows[path] = joined(mark, {**noted, **(found.notes or {})}, found)
                judged = True
            yield found
        if judged and not self._drawer.is_doubtful:
            self._keep(rows)

    def _known(self, path: str, row: bytes | None, mark: str) -> Testimony | None:
        """Return what a row keeps, if that is still so; most rows are alike."""
        if row is None:
            return None
        key = row, path == WHOLE
        if key not in self._read:
            order = self._court.order_whole if path == WHOLE else self._court.order_beside
            self._read[key] = self._opened(row, order, mark)
        return self._read[key]

    def _opened(self, row: bytes, order: Sequence[AnyRule], mark: str) -> Testimony | None:
        try:
            held, said = parted(row)
            found = testimony(said) if self._is_so(held, mark) else None
        except ValueError:
            return None
        return found if found and found.fits(order) else None

    def _is_so(self, kept: bytes, world: str) -> bool:
        try:
            content, notes = grounds(kept)
        except ValueError:
            return False
        return content == world and self._drawer.are_so(notes)

    def _keep(self, rows: Mapping[str, bytes | None]) -> None:
        known = {path: row for path in self._paths() if (row := rows.get(path)) is not None}
        self._drawer.write_site(_EACH, row_of(known))
