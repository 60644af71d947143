"""What a file is that is no PDF."""

from __future__ import annotations

import re
from typing import Final

_SIGNATURE: Final = b"%PDF-"
_WITHIN: Final = 1024  # bytes that may stand before it, as readers allow
_PAGE: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|\?xml|!--)", re.IGNORECASE
)


def obstacle(content: bytes) -> str:
    """Return why a file that could not be read is no PDF: "empty", "page", "other"; "" where it is one."""
    if not content.strip(b"\0\t\n\f\r "):
        return "empty"
    if _SIGNATURE in content[:_WITHIN]:
        return ""
    return "page" if _PAGE.match(content[:_WITHIN]) else "other"
