"""Whether all text of a page can be read: none cut off, covered or overlapped, and no scrolling sideways."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from playwright.sync_api import Page

_SCRIPT: Final = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
_SPACING: Final = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""


def lost(page: Page) -> list[str]:
    """Return what a reader of the page cannot read as it is laid out now, one line for each piece of text."""
    found: list[str] = page.evaluate(_SCRIPT)
    return found


def space_text(page: Page) -> None:
    """Set the page's text as widely as WCAG 1.4.12 says that readers may."""
    page.add_style_tag(content=_SPACING)
