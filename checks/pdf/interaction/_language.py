"""In which language the texts of annotations and fields are (ISO 32000-1, 14.9.2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checks.documents import Facts

_ESCAPE: Final = re.compile("\x1b[A-Za-z]{2}")  # a text may name its language itself (7.9.2.2)


def is_known(text: str, stated: Iterable[str | None], facts: Facts) -> bool:
    """Return whether anything says the language of ``text``: what is ``stated``, itself, the document."""
    document = facts.catalog.language if facts.catalog is not None else None
    return bool(document) or any(stated) or _ESCAPE.search(text) is not None
