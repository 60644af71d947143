"""On which page a place is that a link leads to (ISO 32000-1, 12.3.2)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from checks.documents.objects import as_dictionary, as_name, as_text, resolved
from checks.documents.opened import Gap
from checks.documents.trees import PAIRS, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.opened import Opened


_LISTED: Final = 20_000  # names of places that are kept
_LONGEST: Final = 500  # characters of one


class Destinations:
    """The destinations of one document; its names are read when the first is asked for."""

    def __init__(self, opened: Opened) -> None:
        """Read nothing yet."""
        self._opened = opened

    @property
    def names(self) -> Iterator[str]:
        """Yield the names of places."""
        return (name for name in self._named if len(name) <= _LONGEST)

    def page(self, value: Any) -> int | None:  # noqa: ANN401 - any object of PDF
        """Return the page, counted from 1, that ``value``, a name or an array, leads to.

        0 where it leads to none; None where not all names were read.
        """
        name = as_text(value)
        if name is None:
            name = as_name(value)
        if name is None:
            return self._page(value)
        if name in self._named:
            return self._page(resolved(self._named[name]))
        return 0 if len(self._named) < PAIRS else None

    def _page(self, value: Any) -> int:  # noqa: ANN401 - any object of PDF
        """Return the page that a destination written out begins with; 0 where this document has none such."""
        raw = as_dictionary(value)
        if raw is not None:
            value = resolved(raw.value("/D"))
        target = resolved(value[0]) if isinstance(value, list) and value else None
        page = as_dictionary(target)
        if page is not None:
            return self._opened.page_numbers.get(page.id, 0)
        number = target + 1 if isinstance(target, int) else 0
        return number if 1 <= number <= len(self._opened.pages) else 0

    @cached_property
    def _named(self) -> dict[str, Any]:
        """Return what names stand for: of the name tree, and of the older dictionary (12.3.2.3)."""
        catalog = self._opened.catalog
        older = catalog.dictionary("/Dests")
        found = {key.removeprefix("/"): older.value(key) for key in older.keys} if older is not None else {}
        lists = catalog.dictionary("/Names")
        root = lists.dictionary("/Dests") if lists is not None else None
        return found if root is None else found | dict(names(root))


def read_places(opened: Opened) -> tuple[str, ...]:
    """Return the names of places in ``opened`` that links may lead to."""
    names = sorted(Destinations(opened).names)
    if len(names) > _LISTED:
        opened.gaps.append(Gap("places", "limit"))
    return tuple(names[:_LISTED])
