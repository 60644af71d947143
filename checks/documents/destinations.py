"""Whether a place that a link leads to is in the document (ISO 32000-1, 12.3.2)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from checks.documents.objects import as_dictionary, as_name, as_text, resolved
from checks.documents.trees import PAIRS, names

if TYPE_CHECKING:
    from checks.documents.opened import Opened


class Destinations:
    """The destinations of one document; its names are read when the first is asked for."""

    def __init__(self, opened: Opened) -> None:
        """Read nothing yet."""
        self._opened = opened

    def has(self, value: Any) -> bool | None:  # noqa: ANN401 - any object of PDF
        """Return whether ``value``, a name or an array, leads to a page; None where nobody can say."""
        name = as_text(value)
        if name is None:
            name = as_name(value)
        if name is None:
            return self._is_page(value)
        if name in self._named:
            return self._is_page(resolved(self._named[name]))
        return False if len(self._named) < PAIRS else None

    def _is_page(self, value: Any) -> bool:  # noqa: ANN401 - any object of PDF
        """Return whether a destination written out begins with a page of this document."""
        raw = as_dictionary(value)
        if raw is not None:
            value = resolved(raw.value("/D"))
        target = resolved(value[0]) if isinstance(value, list) and value else None
        page = as_dictionary(target)
        if page is not None:
            return page.id in self._opened.page_numbers
        return isinstance(target, int) and 0 <= target < len(self._opened.pages)

    @cached_property
    def _named(self) -> dict[str, Any]:
        """Return what names stand for: of the name tree, and of the older dictionary (12.3.2.3)."""
        catalog = self._opened.catalog
        older = catalog.dictionary("/Dests")
        found = {key.removeprefix("/"): older.value(key) for key in older.keys} if older is not None else {}
        lists = catalog.dictionary("/Names")
        root = lists.dictionary("/Dests") if lists is not None else None
        return found if root is None else found | dict(names(root))
