"""How far a catalog has come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pipeline import placeholder
from pipeline.model import State

if TYPE_CHECKING:
    from pipeline.po import Catalog

# A word may hold hyphens, points and the like: "e-post", "kl.", "682,4".
_WORD: Final = re.compile(r"\w+(?:[-–.,:’'@/]\w+)*")


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of a catalog's messages, and of the source words in those that are not translated yet."""

    translated: int
    fuzzy: int
    untranslated: int
    words: int
    words_left: int

    @property
    def total(self) -> int:
        """Return the number of messages that the page has."""
        return self.translated + self.fuzzy + self.untranslated

    @property
    def share(self) -> float:
        """Return the share of messages that are translated, from 0 to 1; 1 for a page without messages."""
        return self.translated / self.total if self.total else 1.0


def statistics(catalog: Catalog) -> Statistics:
    """Count what the source still has; obsolete messages and the header are not counted."""
    counts = dict.fromkeys(State, 0)
    words = left = 0
    for entry in catalog.active:
        state, length = entry.state, _words(entry.msgid)
        counts[state] += 1
        words += length
        left += length if state is not State.TRANSLATED else 0
    return Statistics(counts[State.TRANSLATED], counts[State.FUZZY], counts[State.UNTRANSLATED], words, left)


def _words(msgid: str) -> int:
    """Count the words of ``msgid``; placeholders are none."""
    if "<" not in msgid:
        return len(_WORD.findall(msgid))
    parts = (part for part in placeholder.tokens(msgid) if isinstance(part, str))
    return len(_WORD.findall(" ".join(parts)))
