"""Fonts, and the characters that they are used for (ISO 32000-1, 9.5 to 9.10).

::

    reading    which strings fonts show → facts of these fonts
    texts      strings → Unicode, for whoever reads what pages say
    face       one font: its dictionary, its program and its maps together
    simple     Type 1, TrueType, Type 3: a byte is a code, and has a name
    composite  Type 0: CMaps, CIDs
    truetype   a code's way to a glyph of a simple TrueType font
    programs   font files, by what their bytes say: sfnt, cff, type1
    cmaps      CMap files; predefined are those that need not be embedded
    encodings  names of glyphs
    widths     what font dictionaries say of them
    codes      strings → codes
    nouns      what rules judge
"""

from __future__ import annotations

from checks.documents.fonts.nouns import Font, Glyph

__all__ = ["Font", "Glyph"]
