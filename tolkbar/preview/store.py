"""The site's store for those who only look: they hold no lock, and so write nothing."""

from __future__ import annotations

from pipeline.state import State


class ReadOnly(State):
    """What earlier runs knew; only who holds the site's lock may add to it."""

    def write(self, name: str, key: str, value: bytes) -> None:
        """Keep nothing."""

    def forget(self, name: str, key: str) -> None:
        """Keep what there is."""

    def save(self) -> None:
        """Write nothing."""
