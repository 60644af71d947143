"""What is taken over from a file of somebody else's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Taken:
    """A page in the making: ``body`` is HTML, ``pictures`` are files by the names that it refers to.

    ``dropped`` counts what was left behind, by what it is called in HTML or in Word.
    """

    title: str = ""
    description: str = ""
    body: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)
    dropped: Counter[str] = field(default_factory=Counter)
