"""What was asked of a page's surroundings, and what they answered: what its verdicts depend on.

A page's verdicts follow from its own bytes and from these answers alone.  Who knows that all of them
are still the same need not judge the page again.
"""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Asked(StrEnum):
    """What can be asked."""

    FOLLOW = "f"  # the file that an address leads to
    READ = "r"  # the digest of a file's content
    DAY = "d"  # the day that dates are compared with


class Question(NamedTuple):
    """A question: about the file ``path``, or about ``address`` as it stands there, relative to ``base``."""

    asked: Asked
    path: str = ""
    address: str = ""
    base: str | None = None


Answer = str | None
Notes = dict[Question, Answer]
NOTHING: Notes = {}


class Witness:
    """Notes questions and answers, each once."""

    def __init__(self) -> None:
        """Have heard nothing yet."""
        self._notes: Notes = {}

    def note(self, question: Question, answer: Answer) -> None:
        """Note that ``question`` was asked."""
        self._notes[question] = answer

    def repeat(self, notes: Mapping[Question, Answer]) -> None:
        """Note what was asked to find an answer that is at hand now."""
        self._notes.update(notes)

    @contextmanager
    def listening(self) -> Iterator[Notes]:
        """Yield what is asked in the context, to be repeated perhaps; it is noted outside as well."""
        before, self._notes = self._notes, {}
        try:
            yield self._notes
        finally:
            before.update(self._notes)
            self._notes = before
