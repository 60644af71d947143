"""The font of a specimen: a box for each character, embedded whole."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Final

WIDTH: Final = 600  # of every character, in thousandths of the font's size
ASCENT: Final = 700
DESCENT: Final = -200
CHARACTERS: Final = (*range(0x20, 0x7F), *range(0xA0, 0x100))  # coded alike in Unicode and WinAnsiEncoding
_UNITS: Final = 1000  # of the font's size


@cache
def truetype() -> bytes:
    """Return the font in TrueType, the same bytes each time."""
    from fontTools.fontBuilder import FontBuilder  # noqa: PLC0415 - takes a while to import

    glyphs = {code: f"uni{code:04X}" for code in CHARACTERS}
    names = [".notdef", *glyphs.values()]
    font = FontBuilder(_UNITS, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap(glyphs)
    font.setupGlyf({name: _box(code) for code, name in enumerate(names)})
    font.setupHorizontalMetrics(dict.fromkeys(names, (WIDTH, 50)))
    font.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    font.setupPost(keepGlyphNames=False)
    font.updateHead(created=0, modified=0)
    font.font.recalcTimestamp = False
    buffer = BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def _box(number: int) -> object:
    """Return the outline of a glyph: each as high as no other is."""
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415

    pen = TTGlyphPen(None)
    top = 300 + number
    pen.moveTo((50, 0))
    for corner in ((50, top), (550, top), (550, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
