"""What can be seen: pictures of a part of a page, compared as WCAG compares colours."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect, Page

_SCRIPT: Final = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def picture(page: Page, part: FloatRect) -> str:
    """Return a picture of a part of what is in view, once all that moves has come to rest."""
    return b64encode(page.screenshot(clip=part, animations="disabled")).decode("ascii")


def contrasting(page: Page, before: str, after: str) -> int:
    """Return how many pixels of two pictures of one size differ by 3:1 or more."""
    changed: int = page.evaluate(_SCRIPT, [before, after])
    return changed
