"""Where the addresses of a page stand in it: the attribute, and in a long one the line."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from checks.model import Place
from checks.subjects.references import CONTENT, PICTURE, REFRESH, STYLE, addressed
from pipeline.model import Location

if TYPE_CHECKING:
    from checks.subjects.page import Page
    from pipeline.page import Element

_ATTRIBUTES: Final = {REFRESH: CONTENT, PICTURE: CONTENT}
_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_WRITTEN: Final = re.compile(r"[^\n]")


class Places:
    """The places of a page's addresses, each found once, however many have a fault."""

    def __init__(self, page: Page) -> None:
        """Find the addresses of ``page`` again."""
        self._page = page
        self._found = list(addressed(page))
        self._lines: dict[tuple[Element, str], dict[int, int]] = {}

    def element(self, number: int) -> Element | None:
        """Return the element with the ``number``-th address; None where there are fewer."""
        return self._found[number][0] if number < len(self._found) else None

    def place(self, number: int, attribute: str | None) -> Place | None:
        """Return where the ``number``-th address stands; None where there are fewer.

        ``attribute`` is the address's own, another one of its element, or None for the element itself.
        """
        if number >= len(self._found):
            return None
        element, name, _ = self._found[number]
        if attribute is None or attribute != name:
            return self._page.place(element, attribute)
        place = self._page.place(element, _ATTRIBUTES.get(name, name))
        if (element, name) not in self._lines:
            self._lines[element, name] = self._read_lines(element, name)
        line = self._lines[element, name].get(number, 0)
        if line <= place.location.line:
            return place
        return Place(Location(self._page.path, line), place.selector)

    @cached_property
    def _together(self) -> dict[tuple[Element, str], list[int]]:
        """Return the numbers of the addresses that stand in the same attribute or sheet."""
        together: defaultdict[tuple[Element, str], list[int]] = defaultdict(list)
        for number, (element, name, _) in enumerate(self._found):
            together[element, name].append(number)
        return together

    def _read_lines(self, element: Element, name: str) -> dict[int, int]:
        """Return the lines of the addresses that stand together, where these have several."""
        if name == STYLE and element.tag == STYLE:
            span, text = element.source_location, element.text
            first = span.start_tag.end_line if span is not None else 0
        else:
            text = element.attr(name) or ""
            first = self._page.tree.locate_attribute(element, name).line
        if "\n" not in text or not first:
            return {}
        ends = [at for at, character in enumerate(text) if character == "\n"]
        return {number: first + bisect(ends, at) for number, at in self._offsets(element, name, text)}

    def _offsets(self, element: Element, name: str, text: str) -> list[tuple[int, int]]:
        """Return where in ``text`` each of the addresses begins; they stand there in their order."""
        if name == STYLE:
            text = _COMMENT.sub(lambda comment: _WRITTEN.sub(" ", comment[0]), text)
        found, done = [], 0
        for number in self._together[element, name]:
            address = self._found[number][2]
            at = text.find(address, done)
            if at >= 0:
                found.append((number, at))
                done = at + len(address)
        return found
