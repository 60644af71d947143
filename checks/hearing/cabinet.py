"""The tables of runs of one kind: same code, same rules, same settings; those of long ago make room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

KINDS: Final = 4  # of runs that are remembered: all rules, one family …
_AGE: Final = 8  # bytes


class Store(Protocol):
    """Keeps bytes from run to run, by table and key; it may lose them."""

    def read(self, name: str, key: str, /) -> bytes | None:
        """Return what is kept."""

    def write(self, name: str, key: str, value: bytes, /) -> None:
        """Keep a value in place of another."""

    def keys(self, name: str, /) -> Collection[str]:
        """Return the keys of a table."""

    def forget(self, name: str, key: str, /) -> None:
        """Keep nothing for a key any more."""


class Cabinet:
    """What ``store`` keeps of runs of a ``kind``, in tables for the ``pieces``; ``index`` lists the kinds.

    A run is of so many kinds ``at_once``: a command that judges several sites has one for each.
    """

    def __init__(self, store: Store, index: str, kind: str, pieces: Sequence[str], at_once: int = 1) -> None:
        """Note that there is a run of this kind; of the oldest beyond so many nothing is kept any more."""
        self._store = store
        self._room = KINDS * at_once
        self._index = index
        self._kind = kind
        self._pieces = pieces
        self._enter()

    def read(self, piece: str, key: str) -> bytes | None:
        """Return what is kept."""
        return self._store.read(f"{self._kind} {piece}", key)

    def write(self, piece: str, key: str, row: bytes) -> None:
        """Keep it."""
        self._store.write(f"{self._kind} {piece}", key, row)

    def tidy(self, pieces: Sequence[str], is_gone: Callable[[str], bool]) -> None:
        """Forget the keys of some tables that stand for what is there no more."""
        for table in (f"{self._kind} {piece}" for piece in pieces):
            for key in filter(is_gone, self._store.keys(table)):
                self._store.forget(table, key)

    def _enter(self) -> None:
        known = list(self._store.keys(self._index))
        ages = {name: self._store.read(self._index, name) or b"" for name in known}
        order = sorted((name for name in known if name != self._kind), key=lambda name: ages[name])
        for old in order[: max(0, len(order) - self._room + 1)]:
            for piece in self._pieces:
                for key in self._store.keys(f"{old} {piece}"):
                    self._store.forget(f"{old} {piece}", key)
            self._store.forget(self._index, old)
        newest = max(ages.values(), default=b"")
        if not newest or ages.get(self._kind) != newest:
            number = int.from_bytes(newest[:_AGE], "big") + 1
            self._store.write(self._index, self._kind, number.to_bytes(_AGE, "big"))
