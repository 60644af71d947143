"""axe-core, run in a page: what it is sure of, by all its rules for WCAG and for good practice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from playwright.sync_api import Page

_SCRIPT: Final = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Axe:
    """``axe(page)`` returns the violations, one line each: the rule, the element, what is wrong."""

    source: str

    def __call__(self, page: Page) -> list[str]:
        """Judge the page as it looks now, frames included."""
        for frame in page.frames:
            frame.evaluate(self.source)
        violations: list[str] = page.evaluate(_SCRIPT)
        return violations
