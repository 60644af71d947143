"""What is known of the pages of a site that have been judged; some of it is read only when somebody asks."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING

from checks.subjects.facts import Facts, Memory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Load = Callable[[], Facts]


class Known(Mapping[str, Facts]):
    """Facts by the path of their page, in the order in which pages were taken in."""

    @abstractmethod
    def add(self, facts: Facts) -> None:
        """Take in a page, wherever it was read."""

    def announce(self, path: str, load: Load) -> None:  # noqa: ARG002 - for who can wait
        """Take in the page ``path``, whose facts ``load`` returns, if anybody should ask for them."""
        self.add(load())


class Pages(Known):
    """Those that fit into memory."""

    def __init__(self, memory: Memory) -> None:
        """Know no page yet; ``memory`` keeps once what pages have in common."""
        self._memory = memory
        self._known: dict[str, Facts | Load] = {}

    def add(self, facts: Facts) -> None:
        """Take in a page, wherever it was read."""
        self._known[facts.path] = self._memory.shared(facts)

    def announce(self, path: str, load: Load) -> None:
        """Take in the page ``path``, whose facts ``load`` returns, if anybody should ask for them."""
        self._known[path] = load

    def __getitem__(self, path: str) -> Facts:
        """Return the facts of a page; raises ``KeyError`` for one that has not been taken in."""
        known = self._known[path]
        if not isinstance(known, Facts):
            known = self._known[path] = self._memory.shared(known())
        return known

    def __contains__(self, path: object) -> bool:
        """Return whether a page has been taken in; its facts are not asked for."""
        return path in self._known

    def __iter__(self) -> Iterator[str]:
        """Yield the paths."""
        return iter(self._known)

    def __len__(self) -> int:
        """Return how many pages have been taken in."""
        return len(self._known)
