"""Hands that judge only what has changed, and take the rest from what earlier runs found out."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any, Protocol

from checks.hearing.among import Among
from checks.hearing.binder import Binder
from checks.hearing.court import Case, CatalogCase
from checks.hearing.drawer import Drawer

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from checks.hearing.cabinet import Store
    from checks.hearing.court import AnyCase, Court
    from checks.hearing.crew import Hands
    from checks.hearing.testimony import Testimony


class Keeper(Protocol):
    """Keeps what came of cases of one sort."""

    def holds(self, case: Any, /) -> bool:  # noqa: ANN401 - each knows its own cases
        """Return whether what is known of a case is still so."""

    def take(self, case: Any, /) -> Testimony | None:  # noqa: ANN401 - as above
        """Return what is known; None where it is not so any more."""

    def keep(self, case: Any, found: Testimony, /) -> None:  # noqa: ANN401 - as above
        """Keep what was found out."""

    def tidy(self) -> None:
        """Forget what there is no more: nobody has asked whether it holds."""


class Archive:
    """Hands that judge only what has changed; ``hands`` judge that, ``store`` keeps what they find."""

    def __init__(self, hands: Hands, store: Store) -> None:
        """Look nothing up yet."""
        self._hands = hands
        self._store = store
        self._drawers: list[Drawer] = []
        self._binder: Binder | None = None

    def hear(self, court: Court, cases: Sequence[AnyCase]) -> Generator[Testimony, None, None]:
        """Yield what came of each case, in this run or an earlier one."""
        keepers = self._open(court, cases)
        keeper = {case: keepers[case.site if isinstance(case, Case) else None] for case in cases}
        new = {case for case in cases if not keeper[case].holds(case)}
        for each in keepers.values():
            each.tidy()
        with closing(self._hands.hear(court, [case for case in cases if case in new])) as fresh:
            for case in cases:
                found = None if case in new else keeper[case].take(case)
                if found is None:
                    found = next(fresh) if case in new else court.hear(case)
                    keeper[case].keep(case, found)
                yield found
            next(fresh, None)

    def among(self, court: Court, number: int) -> Iterator[Testimony]:
        """Yield what came of each page among the others, and of the site, in this run or an earlier one."""
        world = self._drawers[number].world()
        if world is None:
            return self._hands.among(court, number)
        return Among(court, number, self._drawers[number], world).testimonies()

    def together(self, court: Court) -> Iterator[tuple[str, Testimony]]:
        """Yield each language with what came of its catalogs together, in this run or an earlier one."""
        return self._binder.together() if self._binder else self._hands.together(court)

    def _open(self, court: Court, cases: Sequence[AnyCase]) -> dict[int | None, Keeper]:
        """Return what is kept of each site by its number, and of the catalogs if there are any."""
        self._drawers = [Drawer(court, number, self._store) for number in range(len(court.sites))]
        keepers: dict[int | None, Keeper] = dict(enumerate(self._drawers))
        if any(isinstance(case, CatalogCase) for case in cases):
            keepers[None] = self._binder = Binder(court, self._store)
        return keepers
