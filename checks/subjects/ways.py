"""Follows the addresses of a site's pages, each once for all pages that it means the same on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from checks.subjects.addresses import Origin, Outside, is_relative, resolve, tidy
from checks.subjects.arrivals import KEPT, OUTSIDE, Arrival, Arrivals, Destination

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.subjects.addresses import Target
    from checks.subjects.facts import Facts
    from checks.subjects.files import Files


class Ways:
    """Where addresses lead among ``files``.

    ``home`` tells the site's own address, when it is first needed; ``whole`` is False for single pages,
    whose surroundings are unknown.
    """

    def __init__(self, files: Files, home: Callable[[], str | None], *, whole: bool) -> None:
        """Follow none yet."""
        self._home = home
        self._whole = whole
        self._arrivals = Arrivals(files, whole=whole)
        self._by_folder: defaultdict[tuple[str, str | None], dict[str, Destination]] = defaultdict(dict)
        self._everywhere: dict[str, Destination] = {}
        self._kept = 0

    def add_endings(self) -> None:
        """Let the site's server find ``x.html`` for ``x``, as some do."""
        self._arrivals.add_endings()

    def follow(self, facts: Facts, address: str) -> Destination:
        """Return where ``address`` leads from a page."""
        known = self._by_folder[facts.folder, facts.base].get(address)
        return self._follow(facts, address) if known is None else known

    def follow_from(self, path: str, address: str, base: str | None = None) -> Destination:
        """Return where ``address`` leads from the file ``path``."""
        return self.follow_at(self._home(), path, address, base)

    def follow_at(self, site: str | None, path: str, address: str, base: str | None) -> Destination:
        """Return where ``address`` leads from the file ``path`` of a site whose own address is ``site``."""
        return self._arrive(resolve(address, Origin(path, base, site, rooted=self._whole)))

    def _follow(self, facts: Facts, address: str) -> Destination:
        text = tidy(address)
        if text[:1] in {"", "#", "?"}:  # what leads to its own page is not its neighbours'
            return self.follow_from(facts.path, text, facts.base)
        is_everywhere = facts.base is None and not is_relative(text)
        known = self._everywhere.get(text) if is_everywhere else None
        destination = known or self.follow_from(facts.path, text, facts.base)
        self._make_room()
        if is_everywhere:
            self._everywhere[text] = destination
        self._by_folder[facts.folder, facts.base][address] = destination
        return destination

    def _make_room(self) -> None:
        """Forget where addresses lead once there are too many: they can be followed again."""
        self._kept += 1
        if self._kept > KEPT:
            self._kept = 0
            self._by_folder.clear()
            self._everywhere.clear()

    def _arrive(self, target: Target | Outside) -> Destination:
        if isinstance(target, Outside):
            return OUTSIDE[target]
        found = self._arrivals.at(target.path)
        if target.strays and not target.climbs and found.arrival is not Arrival.FOUND:
            return OUTSIDE[Outside.SERVER]  # another thing on the same host
        if target.fragment or target.strays:
            return replace(found, fragment=target.fragment, strays=target.strays, climbs=target.climbs)
        return found
