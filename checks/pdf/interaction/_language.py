"""In which language the texts of annotations and fields are (ISO 32000-1, 14.9.2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from checks.documents import Facts
    from checks.pdf._owned import Owned

_ESCAPE: Final = re.compile("\x1b[A-Za-z]{2}")  # a text may name its language itself (7.9.2.2)


def is_known(text: str, own: str | None, holders: tuple[Owned, ...], facts: Facts) -> bool:
    """Return whether anything says in which language ``text`` is: itself, its tag, the document.

    What the tag stands in says nothing of it: the text is no content of the page.
    """
    document = facts.catalog.language if facts.catalog is not None else None
    tagged = any(one.language for one in holders)
    return bool(own or document) or tagged or _ESCAPE.search(text) is not None
