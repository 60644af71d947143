"""The one exception of this room: a value that no language can write."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.model import Message


class FormatError(ValueError):
    """A value cannot be formatted; ``message`` says why and what to write instead.

    It names no file: whoever read the value knows its place, and raises the right ``TolkbarError``
    with ``message`` and that place.
    """

    def __init__(self, message: Message) -> None:
        """Keep the message untranslated."""
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        """Return the English sentence."""
        return str(self.message)
