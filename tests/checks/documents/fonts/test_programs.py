"""Font programs of each kind, as they are and as they should not be."""

from __future__ import annotations

from io import BytesIO
from struct import error, pack

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.eexec import encrypt
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from checks.documents.fonts.cff import Cff
from checks.documents.fonts.sfnt import Sfnt
from checks.documents.fonts.truetype import glyph_of
from checks.documents.fonts.type1 import Type1, stated_width

EEXEC, CHARSTRING = 55665, 4330


def saved(font: FontBuilder) -> bytes:
    buffer = BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def truetype(characters: dict[int, str]) -> Sfnt:
    """Return a program whose glyphs are 100, 200, 300 … wide; the last but one is put together of others."""
    names = [".notdef", "o", "dots", "odieresis", "emoji"]
    pens = {name: TTGlyphPen({"o": None, "dots": None}) for name in names}
    for name in ("o", "dots", "emoji"):
        pens[name].moveTo((0, 0))
        pens[name].lineTo((9, 9))
        pens[name].lineTo((9, 0))
        pens[name].closePath()
    pens["odieresis"].addComponent("o", (1, 0, 0, 1, 0, 0))
    pens["odieresis"].addComponent("dots", (0.5, 0, 0, 0.5, 300, 300))
    font = FontBuilder(2000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap(characters)
    font.setupGlyf({name: pen.glyph() for name, pen in pens.items()})
    font.setupHorizontalMetrics({name: (200 * number, 0) for number, name in enumerate(names, 1)})
    font.setupHorizontalHeader()
    font.setupPost()
    return Sfnt(saved(font))


def cmap(*tables: tuple[int, int, bytes]) -> Sfnt:
    """Return a program with nothing but these encodings."""
    offset, places, data = 4 + 8 * len(tables), b"", b""
    for platform, encoding, table in tables:
        places += pack(">HHI", platform, encoding, offset + len(data))
        data += table
    table = pack(">HH", 0, len(tables)) + places + data
    return Sfnt(b"\0\1\0\0" + pack(">HHHH", 1, 0, 0, 0) + pack(">4sIII", b"cmap", 0, 28, len(table)) + table)


def test_a_truetype_program_leads_from_characters_to_glyphs() -> None:
    program = truetype({0x6F: "o", 0xF6: "odieresis", 0x1F600: "emoji"})
    assert set(program.subtables) >= {(3, 1), (3, 10)}
    assert [program.glyph((3, 1), code) for code in (0x6F, 0xF6, 0x70)] == [1, 3, 0]
    assert [program.glyph((3, 10), code) for code in (0xF6, 0x1F600, 0x1F601)] == [3, 4, 0]
    assert [program.width(glyph) for glyph in range(5)] == [100, 200, 300, 400, 500]


def test_a_program_knows_what_its_glyphs_are_put_together_of() -> None:
    program = truetype({0xF6: "odieresis"})
    assert program.drawn == {1, 2, 3, 4}
    assert program.parts == {1, 2}
    assert program.names == {"dots": 2, "emoji": 4}  # the others have names that the Macintosh knew


def test_older_tables_of_characters_are_read() -> None:
    short = pack(">HHH", 0, 262, 0) + bytes(range(256))
    trimmed = pack(">HHHHHHH", 6, 14, 0, 0xF020, 2, 5, 6)
    program = cmap((1, 0, short), (3, 0, trimmed))
    assert program.glyph((1, 0), 65) == 65
    assert program.glyph((1, 0), 300) == 0
    assert [program.glyph((3, 0), code) for code in (0xF01F, 0xF020, 0xF021, 0xF022)] == [0, 5, 6, 0]


def test_a_table_that_promises_four_thousand_million_characters_costs_nothing() -> None:
    program = cmap((3, 10, pack(">HHIII", 12, 0, 28, 0, 0xFFFFFFFF) + pack(">III", 0, 0xFFFFFFFF, 1)))
    assert program.glyph((3, 10), 0x10FFFF) == 0x110000


def test_characters_may_share_a_glyph() -> None:
    program = cmap((0, 6, pack(">HHIII", 13, 0, 28, 0, 1) + pack(">III", 5, 9, 3)))
    assert [program.glyph((0, 6), code) for code in (4, 5, 9, 10)] == [0, 3, 3, 0]


@pytest.mark.parametrize("table", [b"", pack(">H", 99), pack(">HHHHHHH", 4, 0, 0, 0xFFFE, 0, 0, 0)])
def test_a_broken_table_raises_what_is_promised(table: bytes) -> None:
    program = cmap((3, 1, table))
    with pytest.raises((LookupError, error)):
        program.glyph((3, 1), 65)


def symbol(*tables: tuple[int, int, bytes]) -> int | None:
    return glyph_of(cmap(*tables), 0x42, None, is_symbolic=True)


def letter(program: Sfnt, name: str) -> int | None:
    return glyph_of(program, 0x9A, name, is_symbolic=False)


def one(character: int, glyph: int) -> bytes:
    """Return a table with one character."""
    return pack(">HHHHHH", 6, 12, 0, character, 1, glyph)


def test_a_symbol_is_found_wherever_symbols_stand() -> None:
    assert symbol((3, 0, one(0x42, 7))) == 7
    assert symbol((3, 0, one(0xF042, 8))) == 8
    assert symbol((1, 0, one(0x42, 7))) == 7
    assert symbol((0, 3, one(0x42, 7))) == 7  # the only table there is
    assert symbol((0, 3, one(0x42, 7)), (0, 4, one(0x42, 7))) == 0
    assert symbol() is None


def test_a_letter_is_found_by_its_name() -> None:
    program = truetype({0xF6: "odieresis"})
    assert letter(program, "odieresis") == 3  # in Unicode
    assert letter(program, "emoji") == 4  # in 'post'
    assert letter(cmap((1, 0, one(0x9A, 9))), "odieresis") == 9  # as the Macintosh encodes it
    assert letter(cmap((1, 0, one(0x20, 5))), "space") == 5  # the first of its two codes
    assert letter(truetype({0x394: "o"}), "Delta") == 1  # which the glyph list takes for the increment


def test_the_code_counts_in_a_font_of_symbols_and_the_name_in_one_of_letters() -> None:
    both = cmap((1, 0, one(0x42, 7)), (3, 1, one(0xF6, 9)))
    assert glyph_of(both, 0x42, "odieresis", is_symbolic=True) == 7
    assert glyph_of(both, 0x42, "odieresis", is_symbolic=False) == 9


def type1(charstrings: dict[str, bytes], *, digits: bool = False, scale: str = "0.001") -> bytes:
    """Return a Type 1 program; the encoding has B at 66, and y at 8#171."""
    private = b"dup /Private 8 dict dup begin /lenIV 4 def\n2 index /CharStrings 2 dict dup begin\n"
    for name, charstring in charstrings.items():
        cipher = encrypt(b"\0\0\0\0" + charstring, CHARSTRING)[0]
        private += b"/%b %d RD %b ND\n" % (name.encode(), len(cipher), cipher)
    enciphered = encrypt(b"\0\0\0\0" + private + b"end\n", EEXEC)[0]
    text = (
        f"%!PS-AdobeFont-1.0: Specimen\n/FontMatrix [{scale} 0 0 {scale} 0 0] readonly def\n"
        "/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n"
        "dup 66 /B put\ndup 8#171 /y put\nreadonly def\ncurrentfile eexec\n"
    )
    return text.encode() + bytes(enciphered.hex().encode() if digits else enciphered)


WIDE = bytes([139, 248, 236, 13, 14])  # 0 600 hsbw endchar
DIVIDED = bytes([139, 255, 0, 0, 18, 192, 141, 12, 12, 13, 14])  # 0 4800 2 div hsbw
UPRIGHT = bytes([139, 139, 247, 0, 139, 12, 7, 14])  # 0 0 108 0 sbw


@pytest.mark.parametrize("digits", [False, True])
def test_a_type_1_program_is_searched(digits: bool) -> None:  # noqa: FBT001 - it is a form of the file
    program = Type1(type1({".notdef": WIDE, "B": WIDE, "y": UPRIGHT}, digits=digits))
    assert program.names == {".notdef", "B", "y"}
    assert program.encoding == {66: "B", 121: "y"}
    assert (program.width("B"), program.width("y")) == (600, 108)


def test_widths_are_thousandths_whatever_the_program_counts_in() -> None:
    assert Type1(type1({"B": DIVIDED}, scale="0.0005")).width("B") == 1200


def test_a_width_that_a_subroutine_says_is_not_known() -> None:
    assert stated_width(bytes([139, 10])) is None
    assert stated_width(b"") is None
    assert stated_width(bytes([13])) is None


def test_the_marks_of_a_pfb_file_are_passed_over() -> None:
    whole = type1({"B": WIDE})
    text, rest = whole[: whole.index(b"eexec\n") + 6], whole[whole.index(b"eexec\n") + 6 :]
    segments = b"".join(pack("<BBI", 128, kind, len(part)) + part for kind, part in ((1, text), (2, rest)))
    assert Type1(segments + b"\x80\x03").names == {"B"}


@pytest.mark.parametrize("data", [b"", b"%!PS", b"%!PS eexec", b"%!PS eexec " + b"\xff" * 99])
def test_what_is_no_type_1_program_says_so(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"eexec|CharStrings"):
        _ = Type1(data).names


def compact(charstrings: dict[str, T2CharString]) -> bytes:
    """Return a CFF program."""
    font = FontBuilder(1000, isTTF=False)
    font.setupGlyphOrder(list(charstrings))
    font.setupCharacterMap({})
    font.setupCFF("Specimen", {}, charstrings, {})
    buffer = BytesIO()
    font.font["CFF "].cff.compile(buffer, font.font)
    return buffer.getvalue()


def outline(width: int) -> T2CharString:
    pen = T2CharStringPen(width, None)
    pen.moveTo((0, 0))
    pen.lineTo((100, 100))
    pen.closePath()
    return pen.getCharString()


def test_a_cff_program_says_names_and_widths() -> None:
    program = Cff(compact({".notdef": outline(500), "B": outline(600), "a0": outline(1250)}))
    assert not program.has_cids
    assert program.names == {".notdef": 0, "B": 1, "a0": 2}
    assert [program.width(name) for name in (".notdef", "B", "a0")] == [500, 600, 1250]
    assert program.encoding[66] == "B"


def test_a_glyph_that_calls_itself_says_no_width_and_comes_to_an_end() -> None:
    program = Cff(compact({".notdef": outline(500), "B": outline(600)}))
    index = program._top.CharStrings.charStringsIndex  # noqa: SLF001 - nobody writes such a program by intent
    loop = T2CharString(program=[-107, "callgsubr"], private=index[1].private, globalSubrs=[])
    loop.globalSubrs.append(loop)
    index.items[1] = loop
    with pytest.raises(RecursionError):
        program.width("B")
