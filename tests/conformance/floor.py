"""The floor: what the rules have reached and never fall below again.  Raising it is a reviewed edit."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conformance.scores import Total

FILE = Path(__file__).with_name("floor.toml")


@dataclass(frozen=True, slots=True)
class Floor:
    """The fewest complete ACT rules and found cases, and the most wrong reports."""

    complete: int
    found: int
    wrong: int

    @classmethod
    def read(cls, path: Path = FILE) -> Floor:
        """Read the committed floor."""
        return cls(**tomllib.loads(path.read_text("utf-8")))

    def breaches(self, total: Total) -> Iterator[str]:
        """Yield a sentence for everything that is worse than the floor."""
        if total.complete < self.complete:
            yield f"{total.complete} ACT rules are complete; there were {self.complete}."
        if total.found < self.found:
            yield f"{total.found} failed cases are found; there were {self.found}."
        if total.wrong > self.wrong:
            yield f"{total.wrong} cases are reported wrongly; there were {self.wrong}."
