"""One content stream, operator by operator (ISO 32000-1, Annex A), as far as anybody asks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from checks.documents.content.marks import NONE, Mark, Placed, Properties
from checks.documents.content.resources import written
from checks.documents.content.state import BLACK, UNIT, box_in, matrix_of, plain, product
from checks.documents.content.tokens import PATH, last_name, last_number, numbers, parsed, statements
from checks.documents.content.writing import Pen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from checks.documents.content.ground import Ground
    from checks.documents.content.marks import Sheet
    from checks.documents.content.resources import Resources
    from checks.documents.content.state import Graphics
    from checks.documents.content.tokens import Operands
    from checks.documents.objects import Dictionary
    from checks.documents.pages import Box

MARKS: Final = 100_000  # sequences in one stream
PLACED: Final = 50_000  # forms and images in one stream
_DEEP: Final = 1_000  # states that are kept
_IDENTIFIED: Final = re.compile(rb"\s*+/([A-Za-z0-9]++)\s*+<<\s*+/MCID\s++(\d{1,9})\s*+>>\s*+")
_STEP: Final = 2  # numbers


class TooMuchError(Exception):
    """A stream has more in it than is read."""


class Painter:
    """Paints a stream on its sheet."""

    def __init__(
        self, sheet: Sheet, data: bytes, resources: Resources, graphics: Graphics, ground: Ground
    ) -> None:
        """Begin at the top of ``data``."""
        self.sheet = sheet
        self.graphics = graphics
        self._statements: Iterator[tuple[bytes, bytes, int]] = statements(data)
        self._resources = resources
        self._ground = ground
        self._pen = Pen(sheet, ground)
        self._kept: list[Graphics] = []
        self._mark = sheet.marks[0]
        self._path = b""
        self._wanted: Dictionary | None = None

    def run(self, limit: int) -> tuple[Dictionary | None, int]:
        """Paint until a form is wanted, or all is painted, or ``limit`` operators are done.

        Returns that form, and how many operators are left; raises ``TooMuchError`` where there are more.
        """
        operators = self._operators
        for operator, operands, number in self._statements:
            limit -= number
            if limit < 0:
                raise TooMuchError
            perform = operators.get(operator)
            if perform is not None:
                perform(self, operands)
                if self._wanted is not None:
                    wanted, self._wanted = self._wanted, None
                    return wanted, limit
        return None, limit

    def place(self, form: Sheet) -> None:
        """Paint a form that was read."""
        self._place(form.id, form.bounds, form)

    # The graphics state (8.4).

    def _keep(self, _: bytes) -> None:
        if len(self._kept) < _DEEP:
            self._kept.append(self.graphics.copy())

    def _restore(self, _: bytes) -> None:
        if self._kept:
            self.graphics = self._kept.pop()

    def _transform(self, operands: bytes) -> None:
        matrix = matrix_of(numbers(operands))
        if matrix is not None:
            self.graphics.matrix = product(matrix, self.graphics.matrix)

    def _change(self, operands: bytes) -> None:
        found = self._resources.change(last_name(operands))
        if found.font is not None:
            self.graphics.font, self.graphics.size = found.font, found.size
        if found.is_opaque is not None:
            self.graphics.is_opaque = found.is_opaque

    # Colours of what is filled (8.6.8).

    def _set_space(self, operands: bytes) -> None:
        self.graphics.components = components = self._resources.components(last_name(operands))
        self.graphics.fill = BLACK if components else None

    def _set_grey(self, operands: bytes) -> None:
        self.graphics.components = 1
        self._set_colour(operands)

    def _set_light(self, operands: bytes) -> None:
        self.graphics.components = 3
        self._set_colour(operands)

    def _set_inks(self, operands: bytes) -> None:
        self.graphics.components = 4
        self._set_colour(operands)

    def _set_colour(self, operands: bytes) -> None:
        self.graphics.fill = plain(operands, self.graphics.components)

    # Text (9.3 and 9.4).

    def _begin_text(self, _: bytes) -> None:
        self._pen.begin()

    def _set_font(self, operands: bytes) -> None:
        self.graphics.font = self._resources.font(last_name(operands))
        self.graphics.size = last_number(operands)

    def _set_leading(self, operands: bytes) -> None:
        self.graphics.leading = last_number(operands)

    def _set_mode(self, operands: bytes) -> None:
        self.graphics.mode = int(last_number(operands))

    def _set_text_matrix(self, operands: bytes) -> None:
        self._pen.set_matrix(operands)

    def _move(self, operands: bytes) -> None:
        step = numbers(operands)
        if len(step) == _STEP:
            self._pen.move(step[0], step[1])

    def _move_and_lead(self, operands: bytes) -> None:
        step = numbers(operands)
        if len(step) == _STEP:
            self.graphics.leading = -step[1]
            self._pen.move(step[0], step[1])

    def _next_line(self, _: bytes) -> None:
        self._pen.move(0, -self.graphics.leading)

    def _show(self, operands: bytes) -> None:
        self._pen.show(operands, self._mark, self.graphics)

    def _show_on_next_line(self, operands: bytes) -> None:
        self._pen.move(0, -self.graphics.leading)
        self._pen.show(operands, self._mark, self.graphics)

    # Paths, shadings and images (8.5, 8.7.4.2, 8.8 to 8.10).

    def _draw(self, operands: bytes) -> None:
        self._path = operands

    def _stroke(self, _: bytes) -> None:
        if self._path:
            self._mark.drawings += 1
            self._path = b""

    def _fill(self, operands: bytes) -> None:
        if self._path:
            graphics = self.graphics
            colour = graphics.fill if graphics.is_opaque else None
            self._ground.fill(self._path, graphics.matrix, colour)
            self._stroke(operands)

    def _drop(self, _: bytes) -> None:
        self._path = b""

    def _shade(self, _: bytes) -> None:
        self._mark.drawings += 1
        self._ground.forget()

    def _paint_inline(self, _: bytes) -> None:
        self._paint_image(0)

    def _paint_object(self, operands: bytes) -> None:
        found = self._resources.xobject(last_name(operands))
        kind = None if found is None else found.name("/Subtype")
        if found is not None and kind == "Image":
            self._paint_image(found.id)
        elif kind == "Form":
            self._wanted = found

    def _paint_image(self, id_: int) -> None:
        self._mark.images += 1
        self._place(id_, UNIT, None)

    def _place(self, id_: int, box: Box, form: Sheet | None) -> None:
        if len(self.sheet.placed) == PLACED:
            raise TooMuchError
        matrix = self.graphics.matrix
        self.sheet.placed.append(Placed(self._mark, id_, matrix, form))
        self._ground.cover(box_in(box, matrix), None)

    # Marked content (14.6).

    def _mark_plainly(self, operands: bytes) -> None:
        self._begin(last_name(operands), NONE)

    def _mark_with_properties(self, operands: bytes) -> None:
        identified = _IDENTIFIED.fullmatch(operands)
        if identified is not None:
            self._begin(identified[1].decode("ascii"), Properties(int(identified[2])))
            return
        tag, *properties = [value for value in parsed(operands) if isinstance(value, (str, dict))] or [""]
        self._begin(str(tag).removeprefix("/"), self._properties(properties[-1]) if properties else NONE)

    def _properties(self, found: str | Mapping[str, Operands]) -> Properties:
        return (
            self._resources.properties(found.removeprefix("/")) if isinstance(found, str) else written(found)
        )

    def _begin(self, tag: str, properties: Properties) -> None:
        if len(self.sheet.marks) == MARKS:
            raise TooMuchError
        self._mark = Mark(tag, self._mark, properties)
        self.sheet.marks.append(self._mark)

    def _end(self, _: bytes) -> None:
        self._mark = self._mark.parent or self._mark

    _operators: ClassVar[dict[bytes, Callable[[Painter, bytes], None]]] = {
        b"q": _keep,
        b"Q": _restore,
        b"cm": _transform,
        b"gs": _change,
        b"cs": _set_space,
        b"g": _set_grey,
        b"rg": _set_light,
        b"k": _set_inks,
        b"sc": _set_colour,
        b"scn": _set_colour,
        b"BT": _begin_text,
        b"Tf": _set_font,
        b"TL": _set_leading,
        b"Tr": _set_mode,
        b"Tm": _set_text_matrix,
        b"Td": _move,
        b"TD": _move_and_lead,
        b"T*": _next_line,
        b"Tj": _show,
        b"TJ": _show,
        b"'": _show_on_next_line,
        b'"': _show_on_next_line,
        PATH: _draw,
        b"S": _stroke,
        b"s": _stroke,
        b"n": _drop,
        **dict.fromkeys((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"), _fill),
        b"sh": _shade,
        b"ID": _paint_inline,
        b"Do": _paint_object,
        b"BMC": _mark_plainly,
        b"BDC": _mark_with_properties,
        b"EMC": _end,
    }
