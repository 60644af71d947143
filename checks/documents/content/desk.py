"""All streams of one document: pages, the forms that they paint, and how annotations look.

Each form is read once, whatever paints it, and within one budget of operators.
"""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from checks.documents.content.fonts import UsedFont
from checks.documents.content.ground import Ground
from checks.documents.content.marks import Sheet
from checks.documents.content.painting import Painter, TooMuchError
from checks.documents.content.resources import Resources
from checks.documents.content.state import EVERYWHERE, IDENTITY, Graphics, box_in, matrix_of
from checks.documents.fonts.attempt import attempt
from checks.documents.opened import Gap, why
from checks.documents.pages import numbers_of, rectangle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checks.documents.content.asides import Aside
    from checks.documents.objects import Dictionary
    from checks.documents.opened import Opened
    from checks.documents.pages import Box

OPERATORS: Final = 2_000_000  # of a document
OF_A_PAGE: Final = 1_000_000
BYTES: Final = 256 * 1024 * 1024  # of all streams, unpacked
LONGEST: Final = 48 * 1024 * 1024  # of one page's streams
NESTED: Final = 64  # forms in forms
FORMS: Final = 20_000  # that are read
STREAMS: Final = 10_000  # of a page


class Desk:
    """Where streams are read.  ``forms`` are the forms that were, by the ids of their dictionaries."""

    def __init__(self, opened: Opened) -> None:
        """Begin with nothing read."""
        self.fonts: dict[int, UsedFont] = {}
        self.forms: dict[int, Sheet] = {}
        self._opened = opened
        self._left = OPERATORS
        self._bytes = BYTES  # that are left
        self._number = 0  # of the page that is read
        self._what = "content"  # that a gap is in
        self._missed: set[tuple[str, str]] = set()
        self._resources = Resources(None, self._font)  # of that page

    def page(self, number: int, page: Dictionary, box: Box, resources: Dictionary | None) -> Sheet:
        """Read the page ``number``, counted from 1, that shows ``box``."""
        self._number = number
        self._resources = Resources(resources, self._font)
        sheet = Sheet(page, box, number)
        if not self._left or self._bytes <= 0:
            sheet.is_whole = False
            self.miss("limit")
            return sheet
        data = self._joined(page.dictionaries("/Contents"), sheet)
        self._paint(Painter(sheet, data, self._resources, Graphics(), Ground()))
        return sheet

    def read(self, asides: Iterable[Aside]) -> int:
        """Read streams that are painted beside the content of pages; return how many."""
        number = 0
        self._what = "fonts"  # all that is asked of them
        for aside in asides:
            if not self._left:
                self.miss("limit")
                break
            number += 1
            self._number = aside.page
            self._resources = Resources(aside.resources, self._font)
            if aside.stream.id not in self.forms and len(self.forms) < FORMS:
                self._paint(self._form(aside.stream, Graphics()))
        return number

    def _paint(self, first: Painter) -> None:
        """Run ``first``, and the forms that it paints, each when it is met first."""
        waiting = [first]
        left = min(self._left, OF_A_PAGE)
        self._left -= left
        try:
            while waiting:
                wanted, left = waiting[-1].run(left)
                self._go_on(waiting, wanted)
            self._left += left
        except TooMuchError:
            for painter in waiting:
                painter.sheet.is_whole = False
            self.miss("limit")

    def _go_on(self, waiting: list[Painter], wanted: Dictionary | None) -> None:
        """Paint what the last of ``waiting`` wants, after it is read."""
        painter = waiting[-1]
        if wanted is None:
            waiting.pop()
            if waiting:
                waiting[-1].place(painter.sheet)
        elif wanted.id not in self.forms:
            if len(waiting) == NESTED or len(self.forms) == FORMS:
                raise TooMuchError
            waiting.append(self._form(wanted, painter.graphics))
        elif all(wanted.id != other.sheet.id for other in waiting):
            painter.place(self.forms[wanted.id])

    def _form(self, form: Dictionary, graphics: Graphics) -> Painter:
        """Prepare to read a form, which is painted in the state ``graphics`` (8.10.1)."""
        matrix = matrix_of(numbers_of(form, "/Matrix")) or IDENTITY
        bounds = rectangle(form, "/BBox") or EVERYWHERE
        sheet = self.forms[form.id] = Sheet(form, box_in(bounds, matrix), self._number)
        own = form.dictionary("/Resources")
        resources = self._resources if own is None else Resources(own, self._font)
        inner = graphics.copy()
        inner.matrix = matrix
        return Painter(sheet, self._joined((form,), sheet), resources, inner, Ground(None))

    def _joined(self, streams: Iterable[Dictionary], sheet: Sheet) -> bytes:
        """Return what the streams hold, as one (7.8.2)."""
        parts: list[bytes] = []
        room = min(self._bytes, LONGEST)
        for stream in islice(streams, STREAMS):
            data = attempt(partial(_unpacked, stream), self.note)
            room -= len(data or b"")
            sheet.is_whole &= data is not None and room >= 0
            if room < 0:
                self.miss("limit")
                break
            parts.append(data or b"")
        self._bytes -= min(self._bytes, LONGEST) - room
        return b"\n".join(parts)

    def miss(self, why: str) -> None:
        """Note that something on this page, the first of its kind, was left out: "limit", "broken"."""
        if (self._what, why) not in self._missed:
            self._missed.add((self._what, why))
            self._opened.gaps.append(Gap(self._what, why, self._number))

    def note(self, error: Exception) -> None:
        """Note that what raised ``error`` was left out."""
        self.miss(why(error))

    def _font(self, dictionary: Dictionary) -> UsedFont:
        known = self.fonts.get(dictionary.id)
        if known is None:
            known = self.fonts[dictionary.id] = UsedFont(dictionary, self._number)
        return known


def _unpacked(stream: Dictionary) -> bytes:
    return stream.data or b""
