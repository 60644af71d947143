"""Text objects (ISO 32000-1, 9.4): where text is shown, in which font, in which colour on what."""

from __future__ import annotations

from functools import lru_cache
from math import hypot
from typing import TYPE_CHECKING, Final

from checks.documents.content.marks import Pale, Piece
from checks.documents.content.state import IDENTITY, box_in, matrix_of, moved, product
from checks.documents.content.tokens import numbers, shown
from checks.values.colour import contrast

if TYPE_CHECKING:
    from checks.documents.content.ground import Ground
    from checks.documents.content.marks import Mark, Sheet
    from checks.documents.content.state import Graphics, Matrix
    from checks.values.colour import Colour

_INVISIBLE: Final = 3  # rendering mode
_OUTLINED: Final = frozenset({1, 2, 5, 6, 7})  # or clipped to: not only filled
_SPACE: Final = -180  # thousandths of the font's size: as wide as the narrowest space
_ENOUGH: Final = 7.0  # contrast that no rule asks more than
_PALE: Final = 100  # texts of one stream that are remembered for their colours
_RUN: Final = 120  # pieces of such a text that are kept: more than a message quotes
_WIDE: Final = 0.3  # of a narrow letter, in sizes of its font
_HIGH: Final = 0.5  # of a small letter
_FEW: Final = 2  # letters that are placed one by one
_LARGEST: Final = 1e6  # points; nothing is seen at a larger size, or farther off


class Pen:
    """Shows the text of one stream."""

    def __init__(self, sheet: Sheet, ground: Ground) -> None:
        """Begin outside of text objects."""
        self._sheet = sheet
        self._ground = ground
        self._line: Matrix = IDENTITY
        self._matrix: Matrix = IDENTITY
        self._has_moved = True
        self._end: tuple[float, float, float] | None = None  # of the last string: where it began, how wide
        self._pale = 0

    def begin(self) -> None:
        """Begin a text object."""
        self._place(IDENTITY)

    def set_matrix(self, operands: bytes) -> None:
        """Set the text matrix."""
        matrix = matrix_of(numbers(operands))
        if matrix is not None:
            self._place(matrix)

    def move(self, right: float, up: float) -> None:
        """Begin a line, a step from the beginning of the one before."""
        self._place(moved(self._line, right, up))

    def show(self, operands: bytes, mark: Mark, graphics: Graphics) -> None:
        """Show strings, and move where numbers between them say so."""
        follows = not self._has_moved
        run: list[bytes] = []
        for part in shown(operands):
            if isinstance(part, bytes):
                run.append(part)
            elif part < _SPACE and run:
                self._show(b"".join(run), mark, graphics, follows=follows)
                run, follows = [], False
        self._show(b"".join(run), mark, graphics, follows=follows)

    def _place(self, matrix: Matrix) -> None:
        self._line = self._matrix = matrix
        self._has_moved = True

    def _show(self, string: bytes, mark: Mark, graphics: Graphics, *, follows: bool) -> None:
        font = graphics.font
        if not string or font is None:
            return
        is_visible = graphics.mode != _INVISIBLE
        letters = len(string) // 2 if font.is_composite else len(string)
        font.show(string, visibly=is_visible)
        sheet = self._sheet
        sheet.letters += letters
        if not is_visible:
            sheet.hidden += letters
        if self._has_moved:
            follows = self._arrive(mark, graphics, letters)
        piece = Piece(font, string, follows)
        mark.texts += 1
        mark.pieces.append(piece)
        if is_visible and graphics.fill is not None and graphics.mode not in _OUTLINED:
            self._note_colours(piece, letters, mark, graphics)

    def _arrive(self, mark: Mark, graphics: Graphics, letters: int) -> bool:
        """Note where a string begins that does not follow the one before; return whether it looks so."""
        a, b, c, d, x, y = product(self._matrix, graphics.matrix)
        size = abs(graphics.size) * hypot(c, d)
        mark.begin(x, y)
        last, self._end = self._end, (x, y, letters * size)
        self._has_moved = False
        if last is None or last[2] > _FEW * size or not a or b:
            return False
        return abs(y - last[1]) < size * 0.2 and 0 <= x - last[0] < last[2] * 1.1

    def _note_colours(self, piece: Piece, letters: int, mark: Mark, graphics: Graphics) -> None:
        """Remember text that is pale on what lies under it."""
        fill, size, ground = graphics.fill, graphics.size, self._ground.bare
        if fill is None or self._pale == _PALE or (ground is not None and _is_enough(fill, ground)):
            return
        matrix = product(self._matrix, graphics.matrix)
        height = abs(size) * hypot(matrix[2], matrix[3])
        ground = self._ground.under(box_in((0, 0, letters * size * _WIDE, size * _HIGH), matrix))
        if ground is not None and height < _LARGEST and not _is_enough(fill, ground):
            self._note(Pale([piece], len(mark.pieces), fill, ground, round(height, 2)), mark)

    def _note(self, pale: Pale, mark: Mark) -> None:
        """Remember pale text; with what it goes on from, where letters are shown one by one."""
        before = mark.pale[-1] if mark.pale else None
        if before is not None and pale.goes_on_from(before):
            if len(before.run) < _RUN:
                before.run.append(*pale.run)
            mark.pale[-1] = before._replace(last=pale.last)
        else:
            self._pale += 1
            mark.pale.append(pale)


@lru_cache(maxsize=1024)
def _is_enough(colour: Colour, ground: Colour) -> bool:
    return contrast(colour, ground) >= _ENOUGH
