"""Hands that judge only what has changed, and take the rest from what earlier runs found out."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from checks.hearing.among import Among
from checks.hearing.drawer import Drawer

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from checks.hearing.court import Case, Court
    from checks.hearing.crew import Hands
    from checks.hearing.drawer import Store
    from checks.hearing.testimony import Testimony


class Archive:
    """Hands that judge only what has changed; ``hands`` judge that, ``store`` keeps what they find."""

    def __init__(self, hands: Hands, store: Store) -> None:
        """Look nothing up yet."""
        self._hands = hands
        self._store = store
        self._drawers: list[Drawer] = []

    def hear(self, court: Court, cases: Sequence[Case]) -> Generator[Testimony, None, None]:
        """Yield what came of each case, in this run or an earlier one."""
        drawers = [Drawer(court, number, self._store) for number in range(len(court.sites))]
        self._drawers = drawers
        new = {case for case in cases if not drawers[case.site].holds(case.path)}
        for drawer in drawers:
            drawer.tidy()
        with closing(self._hands.hear(court, [case for case in cases if case in new])) as fresh:
            for case in cases:
                drawer = drawers[case.site]
                found = None if case in new else drawer.take(case.path)
                if found is None:
                    found = next(fresh) if case in new else court.hear(case)
                    drawer.keep(case.path, found)
                yield found
            next(fresh, None)

    def among(self, court: Court, number: int) -> Iterator[Testimony]:
        """Yield what came of each page among the others, and of the site, in this run or an earlier one."""
        world = self._drawers[number].world()
        if world is None:
            return self._hands.among(court, number)
        return Among(court, number, self._drawers[number], world).testimonies()
