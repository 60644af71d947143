"""What was asked of a page's surroundings, and what they answered: what its verdicts depend on.

A page's verdicts follow from its own bytes and from these answers alone.  Who knows that all of them
are still the same need not judge the page again.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from enum import StrEnum
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Asked(StrEnum):
    """What can be asked."""

    FOLLOW = "f"  # the file that an address leads to
    READ = "r"  # the digest of a file's content
    SIZE = "s"  # how many bytes a file has
    HEAD = "h"  # the digest of as many bytes of its beginning
    LIST = "l"  # the digest of the names in a folder
    DAY = "d"  # the day that dates are compared with
    SHOWS = "w"  # whether some pages show something: a question that rules bring (``ANSWERERS``)
    ALIKE = "a"  # whether addresses lead to the same: the same
    PAGES = "p"  # the digests of these pages; where they are the same, nobody need ask such a question


class Question(NamedTuple):
    """A question: about the file ``path``, or about ``address`` as it stands there, relative to ``base``."""

    asked: Asked
    path: str = ""
    address: str = ""
    base: str | None = None


Answer = str | None
Answerer = Callable[[Any, str, str], Answer]
ANSWERERS: Final[dict[Asked, Answerer]] = {}
"""What answers questions that only some rules ask, from surroundings, path and address; they add it.

An answer follows from what is in the pages of the path, and from nothing else; one that does not is None.
"""
BETWEEN: Final = "\0"  # the paths of several files

Notes = dict[Question, Answer]
_DIGEST: Final = 16  # bytes


def digest(content: bytes | None) -> Answer:
    """Return what tells the content of a file from any other; None of one that cannot be read."""
    return None if content is None else blake2b(content, digest_size=_DIGEST).hexdigest()


class Witness:
    """Notes questions and answers, each once, while somebody wants to know."""

    def __init__(self) -> None:
        """Listen to nothing yet."""
        self._notes: Notes | None = None

    def note(self, question: Question, answer: Answer) -> None:
        """Note that ``question`` was asked."""
        if self._notes is not None:
            self._notes[question] = answer

    def note_pages(self, paths: Sequence[str], notes: Mapping[Question, Answer]) -> str:
        """Note the digests of pages that have been read, as ``notes`` know them; return the pages' key.

        A question of ``ANSWERERS`` about these pages has it for its path.
        """
        key = BETWEEN.join(paths)
        digests = (notes.get(Question(Asked.READ, path)) or "" for path in paths)
        self.note(Question(Asked.PAGES, key), BETWEEN.join(digests))
        return key

    def repeat(self, notes: Mapping[Question, Answer]) -> None:
        """Note what was asked to find an answer that is at hand now."""
        if self._notes is not None:
            self._notes.update(notes)

    @contextmanager
    def listening(self, *, aside: bool = False) -> Iterator[Notes]:
        """Yield what is asked in the context; unless it is ``aside``, who listens outside hears it too."""
        before, notes = self._notes, Notes()
        self._notes = notes
        try:
            yield notes
        finally:
            self._notes = before
            if not aside:
                self.repeat(notes)
