"""Fonts and the characters that they are used for (PDF/UA-1, 7.21)."""

from __future__ import annotations

from checks.pdf.fonts.pdf_cmap_direction import PdfCmapDirection
from checks.pdf.fonts.pdf_cmap_embedded import PdfCmapEmbedded
from checks.pdf.fonts.pdf_cmap_reference import PdfCmapReference
from checks.pdf.fonts.pdf_font_charset import PdfFontCharset
from checks.pdf.fonts.pdf_font_cidset import PdfFontCidset
from checks.pdf.fonts.pdf_font_collection import PdfFontCollection
from checks.pdf.fonts.pdf_font_embedded import PdfFontEmbedded
from checks.pdf.fonts.pdf_font_glyph_map import PdfFontGlyphMap
from checks.pdf.fonts.pdf_glyph_embedded import PdfGlyphEmbedded
from checks.pdf.fonts.pdf_glyph_notdef import PdfGlyphNotdef
from checks.pdf.fonts.pdf_glyph_unicode import PdfGlyphUnicode
from checks.pdf.fonts.pdf_glyph_unicode_value import PdfGlyphUnicodeValue
from checks.pdf.fonts.pdf_glyph_width import PdfGlyphWidth
from checks.pdf.fonts.pdf_symbol_cmap import PdfSymbolCmap
from checks.pdf.fonts.pdf_symbol_encoding import PdfSymbolEncoding
from checks.pdf.fonts.pdf_truetype_cmap import PdfTruetypeCmap
from checks.pdf.fonts.pdf_truetype_encoding import PdfTruetypeEncoding

RULES = (
    PdfFontEmbedded(),
    PdfGlyphEmbedded(),
    PdfGlyphWidth(),
    PdfGlyphUnicode(),
    PdfGlyphUnicodeValue(),
    PdfGlyphNotdef(),
    PdfFontCharset(),
    PdfFontCidset(),
    PdfFontCollection(),
    PdfFontGlyphMap(),
    PdfCmapEmbedded(),
    PdfCmapReference(),
    PdfCmapDirection(),
    PdfTruetypeCmap(),
    PdfTruetypeEncoding(),
    PdfSymbolEncoding(),
    PdfSymbolCmap(),
)
